import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '../../src/domain/faults.ts';
import { LIVE_HEADER } from '../../src/web/kit/index.ts';
import { ROLES, type StaffRoute } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site } from '../staff/site.ts';

const MINUTE = 60_000;
const roles = ['admin'] as const;
const json = (status = 200) => ({ kind: 'json', status, body: 'names' }) as const;

const routes: StaffRoute[] = [
  { method: 'get', path: '/people/:person', roles, reads: 'A', render: () => json() },
  { method: 'get', path: '/missing/:person', roles, reads: 'A', render: () => json(404) },
  { method: 'post', path: '/reveal/:person', roles, reads: 'A', act: () => json() },
  { method: 'get', path: '/figures', roles: ROLES, render: () => json() },
  {
    ...{ method: 'get', path: '/table', roles },
    render: () => ({ kind: 'file', name: 'a.csv', type: 'text/csv', body: 'a' }),
  },
  {
    ...{ method: 'get', path: '/names', roles, reads: 'A' },
    render: () => ({ kind: 'file', name: 'a.csv', type: 'text/csv', body: 'a' }),
  },
  {
    ...{ method: 'post', path: '/decide/:item', roles },
    async act(ctx) {
      await ctx.audit('items.decided', `item/${ctx.params['item'] ?? ''}`, { to: 'open' });
      return json();
    },
  },
];

describe('T22: what the frame records by itself', () => {
  let site: Site;
  let admin: Member;
  let viewer: Member;
  beforeAll(async () => {
    site = await openSite(routes);
    [admin, viewer] = [await member(site), await member(site, 'viewer')];
  });
  beforeEach(() => {
    site.audited.length = 0;
  });
  afterAll(() => site.close());

  const get = (path: string, who = admin) => ask(site, `/staff${path}`, { cookie: who.cookie });
  const post = (path: string, who = admin) => ask(site, `/staff${path}`, { cookie: who.cookie, form: {} });
  const said = () => site.audited.map(({ action, subject, detail }) => [action, subject, detail]);

  it('a look at class A, by reading and by posting; not what shows nobody', async () => {
    await get('/people/p1');
    await post('/reveal/p2');
    await get('/figures');
    await get('/missing/p3');
    expect(said()).toEqual([
      ['staff.looked', 'page/people/p1', undefined],
      ['staff.looked', 'page/reveal/p2', undefined],
    ]);
    expect(site.audited[0]!.actor).toMatchObject({ role: 'admin', org: 'benkan' });
  });

  it('what an open page fetches by itself belongs to its look for 15 minutes; then it is one more, with its span', async () => {
    const refresh = (path: string, who = admin) =>
      ask(site, `/staff${path}`, { cookie: who.cookie, headers: { [LIVE_HEADER]: '1' } });
    await get('/people/p1');
    await refresh('/people/p1');
    site.pass(14 * MINUTE);
    // Its person is there: after 15 minutes without a sign of them nothing is shown at all.
    await get('/figures');
    await refresh('/people/p1');
    expect(said()).toEqual([['staff.looked', 'page/people/p1', undefined]]);
    site.pass(MINUTE);
    for (let times = 0; times < 3; times += 1) await refresh('/people/p1');
    expect(said().slice(1)).toEqual([['staff.looked', 'page/people/p1', { open_min: 15 }]]);
    site.audited.length = 0;
    // Another page, a person's own look, and what nobody looked at before are never left out.
    await refresh('/people/p1?page=2');
    await refresh('/people/70123456');
    await refresh('/people/70123457');
    await refresh('/missing/p4');
    await get('/people/p1');
    expect(said().map(([, subject]) => subject)).toEqual([
      ...['page/people/p1', 'page/people/_', 'page/people/_', 'page/people/p1'],
    ]);
  });

  it('a look that the role refuses', async () => {
    expect((await get('/people/p1', viewer)).status).toBe(403);
    expect((await get('/table', viewer)).status).toBe(403);
    expect(said()).toEqual([['staff.look_refused', 'page/people/p1', undefined]]);
  });

  it('a file that leaves, and whether it names people', async () => {
    await get('/table?region=gao');
    await get('/names');
    expect(said()).toEqual([
      ['staff.exported', 'page/table', undefined],
      ['staff.exported', 'page/names', { class: 'A' }],
    ]);
  });

  it('a decision, under the name of who asked', async () => {
    await post('/decide/i-7');
    expect(said()).toEqual([['items.decided', 'item/i-7', { to: 'open' }]]);
  });

  it('T1: a path may hold anything; what is no plain id is left out, and so is the query', async () => {
    for (const odd of [
      '+22370123456',
      '70123456',
      'Awa%20Diarra',
      'awa@example.org',
      'a'.repeat(65),
      '%F0%9F%8C%BE',
    ])
      expect((await get(`/people/${odd}?q=Awa`)).status).toBe(200);
    expect(new Set(said().map(([, subject]) => subject))).toEqual(new Set(['page/people/_']));
  });

  it('503: nothing goes out when the look cannot be recorded', async () => {
    const record = site.parts.audit.record.bind(site.parts.audit);
    site.parts.audit.record = () => Promise.reject(unavailable('store_unavailable', 'x'));
    const answers = await Promise.all([get('/people/p1'), get('/table'), post('/decide/i-8')]);
    site.parts.audit.record = record;
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(await answer.text()).not.toContain('names');
    }
  });
});
