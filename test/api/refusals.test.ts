import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { refusal, unavailable } from '../../src/domain/faults.ts';
import { type ApiRoute, apiRoute, classA, wholeNumber } from '../../src/web/api/index.ts';
import { ask, type Member, member, openSite, type Site } from '../staff/site.ts';

const item = z.object({ id: z.string(), n: z.number() });
const read = { method: 'get', roles: ['admin'], summary: 'x' } as const;
const fail = (path: string, cause: () => Error, refuses: ApiRoute['refuses'] = []): ApiRoute =>
  apiRoute({
    ...{ ...read, path, refuses, answer: item },
    run: () => {
      throw cause();
    },
  });

const seen: unknown[] = [];
const routes: ApiRoute[] = [
  apiRoute({
    ...{ ...read, path: '/items/:item', params: z.object({ item: z.string().regex(/^[a-z0-9]{1,8}$/) }) },
    query: z.object({ limit: wholeNumber(1, 100).optional() }),
    answer: item,
    // What the store holds is more than what may be seen.
    run: ({ params }) => ({ id: params.item, n: 1, phone: '+22370123456', passwordHash: 'secret' }),
  }),
  apiRoute({
    ...{ method: 'post', path: '/items', roles: ['admin'], summary: 'x', status: 201 },
    body: z.strictObject({ title: z.string().max(40), n: z.int().optional() }),
    answer: item,
    run({ body }) {
      seen.push(body);
      return { id: 'new', n: body.n ?? 0 };
    },
  }),
  apiRoute({
    ...{ ...read, path: '/people', reads: 'A' },
    answer: z.object({ name: classA(z.string()) }),
    run: () => ({ name: 'Awa' }),
  }),
  apiRoute({
    ...{ ...read, path: '/broken', answer: item },
    run: () => ({ id: 'secret words', n: 'not a number' as unknown as number }),
  }),
  fail('/missing', () => refusal('not_found', 'Look in the list.'), [404]),
  fail('/conflict', () => refusal('conflict', 'Read it again.'), [409]),
  fail('/undeclared', () => refusal('conflict', 'Read it again.')),
  fail('/away', () => unavailable('store_unavailable', 'x')),
  fail('/bug', () => new TypeError('secret words')),
];

describe('T20, T24: refusals of the API', () => {
  let site: Site;
  let admin: Member;
  let viewer: Member;
  beforeAll(async () => {
    site = await openSite([], { api: routes });
    admin = await member(site);
    viewer = await member(site, 'viewer');
  });
  beforeEach(() => {
    seen.length = 0;
    site.audited.length = 0;
  });
  afterAll(() => site.close());

  const call = (path: string, how: RequestInit = {}, cookie = admin.cookie) =>
    fetch(`${site.url}/api/v1${path}`, {
      ...how,
      headers: { cookie, ...(how.headers as Record<string, string>) },
    });
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    call('/items', {
      method: 'POST',
      body: body as string,
      headers: { origin: site.url, 'content-type': 'application/json', ...headers },
    });

  it('what a schema does not declare does not leave', async () => {
    const answer = await call('/items/a1');
    expect(await answer.json()).toEqual({ id: 'a1', n: 1 });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('500: an answer that is not what was promised, and nothing of it leaves', async () => {
    const answer = await call('/broken');
    const body = await answer.text();
    expect([answer.status, body.includes('secret')]).toEqual([500, false]);
    expect(body).toContain(`urn:benkan:failure:${site.failures.at(-1)!.id}`);
  });

  it.each([
    ['/items/..%2Fetc', 400, 'bad_path'],
    ['/items/A', 400, 'bad_path'],
    ['/items/__proto__', 400, 'bad_path'],
    ['/items/%E0%A4%A', 400, 'bad_request'],
    ['/items/%00', 400, 'bad_path'],
    ['/items/a1?limit=0', 400, 'bad_query'],
    ['/items/a1?limit=101', 400, 'bad_query'],
    ['/items/a1?limit=1e1', 400, 'bad_query'],
    ['/items/a1?limit=0x5', 400, 'bad_query'],
    ['/items/a1?limit=', 400, 'bad_query'],
    ['/items/a1?limit=-1', 400, 'bad_query'],
    ['/items/a1?limit=%EF%BC%95', 400, 'bad_query'],
    ['/items/a1?limit[$gt]=1', 400, 'bad_query'],
    ['/items/a1?sort=n', 400, 'bad_query'],
    ['/items/a1?fields=phone', 400, 'bad_query'],
    ['/items/a1?__proto__=1', 400, 'bad_query'],
    ['/items/a1?limit=1&limit=2', 400, 'field_twice'],
    ['/missing', 404, 'not_found'],
    ['/nowhere', 404, 'not_found'],
    ['/Items/a1', 404, 'not_found'],
    ['/items/a1/', 404, 'not_found'],
    ['/.env', 404, 'not_found'],
    ['/conflict', 409, 'conflict'],
    ['/undeclared', 500, 'bug'],
    ['/bug', 500, 'bug'],
    ['/away', 503, 'store_unavailable'],
  ])('%s: %d %s, as a problem document that repeats nothing', async (path, status, code) => {
    const answer = await call(path, { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status, code });
    expect(body).not.toMatch(/secret|__proto__|\$gt|\.ts:/);
    if (status === 503) expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('a 400 names our own fields, so that a person can mend the program', async () => {
    expect(await (await post('{"title":5,"n":"x","evil<script>":1}')).json()).toMatchObject({
      code: 'bad_body',
      detail: 'Check body: body.title, body.n, a field that is not declared.',
    });
  });

  it.each([
    ['nothing', '', 415],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['a string', '"x"', 400],
    ['no JSON', '{', 400],
    ['a trailing comma', '{"title":"a",}', 400],
    ['a comment', '{"title":"a"/**/}', 400],
    ['1e999', '{"title":"a","n":1e999}', 400],
    ['2^53+1', '{"title":"a","n":9007199254740993}', 400],
    ['a half', '{"title":"a","n":1.5}', 400],
    ['an operator', '{"title":{"$ne":null}}', 400],
    ['__proto__', '{"title":"a","__proto__":{"admin":true}}', 400],
    ['constructor', '{"title":"a","constructor":{"prototype":{}}}', 400],
    ['a field that is not declared', '{"title":"a","role":"admin","org":"x"}', 400],
    ['too long a title', `{"title":"${'a'.repeat(41)}"}`, 400],
    ['20,000 deep', '['.repeat(20_000), 400],
    ['too much', `{"title":"${'a'.repeat(70_000)}"}`, 413],
  ])('body with %s: refused, and nothing reaches the route', async (_what, body, status) => {
    expect((await post(body)).status).toBe(status);
    expect(seen).toEqual([]);
  });

  it('413: eleven megabytes are refused before they are read', async () => {
    const answer = await post('x'.repeat(11_000_000)).catch(() => 'cut');
    expect(answer === 'cut' ? 413 : (answer as Response).status).toBe(413);
  });

  it('415: another type, another charset, a compressed body', async () => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', ''];
    for (const type of types)
      expect([type, (await post('{"title":"a"}', { 'content-type': type })).status]).toEqual([type, 415]);
    expect((await post('{"title":"a"}', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect(seen).toEqual([]);
  });

  it('201 for what is right; a key sent twice is its last, as JSON has it', async () => {
    const answer = await post('{"title":"a","title":"b"}');
    expect([answer.status, await answer.json()]).toEqual([201, { id: 'new', n: 0 }]);
    expect(seen).toEqual([{ title: 'b' }]);
  });

  it('401 without a session, before anything else is looked at', async () => {
    for (const [path, method] of [
      ['/items/a1', 'GET'],
      ['/items/A?x=1', 'GET'],
      ['/items', 'POST'],
    ] as const) {
      const answer = await call(path, { method, headers: { origin: site.url } }, 'x=1');
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  it('403: a role that is not named, before its body is looked at', async () => {
    expect((await call('/items/a1', {}, viewer.cookie)).status).toBe(403);
    const how = {
      method: 'POST',
      body: '{',
      headers: { origin: site.url, 'content-type': 'application/json' },
    };
    expect((await call('/items', how, viewer.cookie)).status).toBe(403);
  });

  it('403: a change from another origin, from null, and from nowhere', async () => {
    for (const origin of ['https://evil.example', 'null', ''])
      expect([origin, (await post('{"title":"a"}', { origin })).status]).toEqual([origin, 403]);
    const headers = { 'content-type': 'application/json' };
    expect((await call('/items', { method: 'POST', body: '{"title":"a"}', headers })).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('405 with Allow; an override is not a method', async () => {
    const headers = { origin: site.url };
    const answer = await call('/items/a1', { method: 'DELETE', headers });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await call('/items', { headers: { 'x-http-method-override': 'POST' } })).status).toBe(405);
    expect((await call('/items/a1', { method: 'OPTIONS' })).status).toBe(405);
  });

  it('T22: a look at class A is recorded, a refused one too; without the record nothing leaves', async () => {
    await call('/people');
    await call('/people', {}, viewer.cookie);
    await call('/items/a1');
    expect(site.audited.map(({ action, subject }) => [action, subject])).toEqual([
      ['staff.looked', 'api/people'],
      ['staff.look_refused', 'api/people'],
    ]);
    const record = site.parts.audit.record.bind(site.parts.audit);
    site.parts.audit.record = () => Promise.reject(unavailable('store_unavailable', 'x'));
    const answer = await call('/people');
    site.parts.audit.record = record;
    expect([answer.status, (await answer.text()).includes('Awa')]).toEqual([503, false]);
  });

  it('a role taken away is gone at the next request', async () => {
    const leaving = await member(site);
    expect((await call('/items/a1', {}, leaving.cookie)).status).toBe(200);
    const { id } = site.audited.at(-1)!.actor;
    await site.parts.accounts.change(id, { role: 'viewer' });
    expect((await call('/items/a1', {}, leaving.cookie)).status).toBe(403);
    await site.parts.accounts.change(id, { suspended: true });
    expect((await call('/items/a1', {}, leaving.cookie)).status).toBe(401);
    expect((await ask(site, '/staff', { cookie: leaving.cookie })).status).toBe(303);
  });
});
