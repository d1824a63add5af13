import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { h, type VNode } from 'preact';
import { StaffPage } from '../../src/web/kit/index.ts';
import type { StaffRoute, StaffSlots } from '../../src/web/staff/index.ts';
import { ask, member, openSite, type Site } from './site.ts';

const slots: StaffSlots[] = [
  { notice: async ({ role }) => h('p', {}, role === 'admin' ? 'says to the admin' : 'says to all') },
  { overview: async (ctx) => (ctx.person.role === 'admin' ? h('p', {}, 'offers a thing') : null) },
];
const work: StaffRoute = {
  method: 'get',
  path: '/work',
  roles: ['admin', 'viewer'],
  render: (ctx) => ({
    kind: 'page',
    status: 200,
    page: h(StaffPage, { ...ctx.frame, title: 'Work' }) as VNode,
    again: 2,
  }),
};

let site: Site;
beforeAll(async () => {
  site = await openSite([work], { change: (parts) => ({ ...parts, slots }) });
});
afterAll(() => site.close());

it('W1: what capabilities say stands above every page, and on the overview, by role', async () => {
  const [admin, viewer] = [await member(site, 'admin'), await member(site, 'viewer')];
  const page = async (path: string, { cookie }: { cookie: string }): Promise<string> =>
    (await ask(site, path, { cookie })).text();
  expect(await page('/staff/work', admin)).toContain('says to the admin');
  expect(await page('/staff/work', viewer)).toContain('says to all');
  expect(await page('/staff/work', viewer)).not.toContain('says to the admin');
  expect(await page('/staff', admin)).toContain('offers a thing');
  expect(await page('/staff', viewer)).not.toContain('offers a thing');
  expect(await page('/staff/work', admin)).not.toContain('offers a thing');
});

it('W14: a page about work under way looks again by itself, without scripts', async () => {
  const { cookie } = await member(site);
  expect((await ask(site, '/staff/work', { cookie })).headers.get('refresh')).toBe('2');
  expect((await ask(site, '/staff', { cookie })).headers.get('refresh')).toBeNull();
});
