import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusal, unavailable } from '../../src/domain/faults.ts';
import { ROLES, type StaffRoute } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site } from './site.ts';

const fail = (path: string, cause: () => Error): StaffRoute => ({
  ...{ method: 'get', path, roles: ROLES },
  render: () => {
    throw cause();
  },
});

const routes: StaffRoute[] = [
  fail('/conflict', () => refusal('conflict', 'x')),
  fail('/missing', () => refusal('not_found', 'x')),
  fail('/forbidden', () => refusal('forbidden', 'x')),
  fail('/refused', () => refusal('bad_filter', 'x')),
  fail('/away', () => unavailable('store_unavailable', 'x')),
  fail('/bug', () => new TypeError('secret words of a person')),
  {
    method: 'get',
    path: '/admins',
    roles: ['admin'],
    render: () => ({ kind: 'json', status: 200, body: 'admins' }),
  },
  {
    method: 'get',
    path: '/items/:item',
    roles: ['admin'],
    render: ({ params }) => ({ kind: 'json', status: 200, body: params }),
  },
  {
    method: 'post',
    path: '/admins',
    roles: ['admin'],
    act: () => ({ kind: 'see_other', to: '/staff/notes', flash: 'saved' }),
  },
  {
    method: 'post',
    path: '/away',
    roles: ['admin'],
    act: () => ({ kind: 'see_other', to: '//evil.example' }),
  },
  {
    ...{ method: 'get', path: '/file', roles: ['admin'] },
    render: () => ({ kind: 'file', name: 'a"\r\nSet-Cookie: x=1.csv', type: 'text/csv', body: 'a;b' }),
  },
];

describe('T20: refusals of the staff site', () => {
  let site: Site;
  const as: Record<string, Member> = {};
  beforeAll(async () => {
    site = await openSite(routes);
    for (const role of ROLES) as[role] = await member(site, role);
  });
  afterAll(() => site.close());

  const get = (path: string, role = 'admin') => ask(site, `/staff${path}`, { cookie: as[role]!.cookie });
  const json = (path: string, role = 'admin') =>
    ask(site, `/staff${path}`, { cookie: as[role]!.cookie, headers: { accept: 'application/json' } });

  it('403: a role the route does not name, for every role and both methods', async () => {
    for (const role of ROLES) {
      const expected = role === 'admin' ? 200 : 403;
      expect([role, (await get('/admins', role)).status]).toEqual([role, expected]);
      const post = await ask(site, '/staff/admins', { form: {}, cookie: as[role]!.cookie });
      expect([role, post.status]).toEqual([role, role === 'admin' ? 303 : 403]);
    }
  });

  it.each([
    ['/conflict', 409, 'conflict'],
    ['/missing', 404, 'not_found'],
    ['/forbidden', 403, 'forbidden'],
    ['/refused', 400, 'bad_filter'],
    ['/nowhere', 404, 'not_found'],
    ['/sign-in/../admin', 404, 'not_found'],
    ['/Admins', 404, 'not_found'],
    ['/.env', 404, 'not_found'],
    ['/index.js.map', 404, 'not_found'],
  ])('%s: %d, as a page and as a problem document', async (path, status, code) => {
    const page = await get(path);
    expect(page.status).toBe(status);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<nav');
    const problem = await json(path);
    expect(problem.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await problem.json()).toMatchObject({ type: 'about:blank', status, code });
  });

  it('400: a path that does not decode', async () => {
    expect((await get('/items/%E0%A4%A')).status).toBe(400);
    expect(await (await json('/items/%E0%A4%A')).json()).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('503 when the store is away, with Retry-After', async () => {
    const answer = await json('/away');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await (await get('/away')).text()).toContain('Momentanément indisponible');
  });

  it('500: a bug is logged under an id the person sees, and tells nothing else', async () => {
    const page = await get('/bug');
    expect(page.status).toBe(500);
    const text = await page.text();
    const logged = site.failures.at(-1)!;
    expect(logged.cause).toBeInstanceOf(TypeError);
    expect(text).toContain(logged.id);
    expect(text).not.toContain('secret words');
    expect(text).not.toMatch(/at .*\.ts/);
    const problem = await (await json('/bug')).text();
    expect(problem).toContain(`urn:benkan:failure:${site.failures.at(-1)!.id}`);
    expect(problem).not.toContain('secret words');
  });

  it('405: a path that is there, with another method', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const headers = { origin: site.url };
      expect(
        (await ask(site, '/staff/admins', { method, headers, cookie: as['admin']!.cookie })).status,
      ).toBe(405);
    }
  });

  it('401: strangers are told the same for what is there and what is not', async () => {
    for (const path of ['/admins', '/nowhere', '/items/1', '/']) {
      expect((await ask(site, `/staff${path}`, { headers: { accept: 'application/json' } })).status).toBe(
        401,
      );
      expect((await ask(site, `/staff${path}`, { form: {} })).status).toBe(401);
      expect(
        (await ask(site, `/staff${path}`, { method: 'PUT', headers: { origin: site.url } })).status,
      ).toBe(401);
    }
  });

  it('parameters come decoded and as they are', async () => {
    expect(await (await get('/items/%2E%2E%2Fa%20b')).json()).toEqual({ item: '../a b' });
  });

  it('a redirect carries the key of a message; one that leaves the site is a bug', async () => {
    const answer = await ask(site, '/staff/admins', { form: {}, cookie: as['admin']!.cookie });
    expect(answer.headers.get('location')).toBe('/staff/notes?flash=saved');
    const away = await ask(site, '/staff/away', { form: {}, cookie: as['admin']!.cookie });
    expect(away.status).toBe(500);
    expect(away.headers.get('location')).toBeNull();
  });

  it('a line break in a file name adds no header', async () => {
    const answer = await get('/file');
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
  });

  it('503 at sign-in when its stores are away: nobody gets in (closed)', async () => {
    const closed = await openSite([], {
      change: (parts) => ({
        ...parts,
        failures: { ...parts.failures, count: () => Promise.reject(unavailable('store_unavailable', 'x')) },
      }),
    });
    const form = { email: 'a@example.org', password: 'entirely wrong', code: '1' };
    expect((await ask(closed, '/staff/sign-in', { form })).status).toBe(503);
    await closed.close();
  });

  it('503 everywhere once the connection to MongoDB is gone', async () => {
    const cut = await openSite(routes);
    const { cookie } = await member(cut);
    await cut.connection.close();
    const form = { email: 'a@example.org', password: 'entirely wrong', code: '1' };
    const answers = await Promise.all([
      ask(cut, '/staff/admins', { cookie }),
      ask(cut, '/staff/sign-in', { form }),
      ask(cut, '/staff/sign-out', { form: {}, cookie }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(['5', '5', '5']);
    await cut.close();
  });
});
