import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { h, type VNode } from 'preact';
import { StaffPage } from '../../src/web/kit/index.ts';
import type { Need, StaffRoute, StaffSlots } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site } from './site.ts';

const page = (path: string, roles: StaffRoute['roles'], nav?: object): StaffRoute =>
  ({
    ...{ method: 'get', path, roles },
    ...(nav === undefined ? {} : { nav }),
    render: (ctx) => h(StaffPage, { ...ctx.frame, title: path }) as VNode,
  }) as StaffRoute;

const need = (more: Partial<Need>): Need => ({
  ...{ key: 'a', count: 3, words: 'things', href: '/staff/work', level: 'calm', asOf: 0 },
  ...more,
});

describe('W1, W11: the overview, and the page of settings', () => {
  let site: Site;
  let admin: Member;
  let viewer: Member;
  let asked: Need[] = [];
  let fails = false;
  beforeAll(async () => {
    const slots: StaffSlots[] = [
      { needs: async () => asked },
      {
        async needs() {
          if (fails) throw new Error('the database is slow');
          return [];
        },
      },
    ];
    site = await openSite(
      [
        page('/work', ['admin', 'viewer'], { label: 'Work', order: 1 }),
        page('/secret/:id', ['admin']),
        page('/secret/new', ['viewer']),
        page('/keys', ['admin'], { label: { fr: 'Clés', 'en-GB': 'Keys' }, order: 1, under: 'house' }),
        page('/mine', ['admin', 'viewer'], { label: 'Mine', order: 2, under: 'people', about: 'My own' }),
      ],
      { change: (parts) => ({ ...parts, slots }) },
    );
    [admin, viewer] = [await member(site, 'admin'), await member(site, 'viewer')];
  });
  afterAll(() => site.close());

  const get = async (path: string, { cookie }: Member): Promise<string> =>
    (await ask(site, path, { cookie })).text();

  it('shows what waits, what presses most first, each with its number, its list and its age', async () => {
    asked = [
      need({ key: 'c', words: 'calm things' }),
      need({ key: 'r', words: 'burning things', level: 'red', count: 1200, href: '/staff/work?burns#here' }),
      need({ key: 'z', words: 'nothing', count: 0 }),
    ];
    const html = await get('/staff', viewer);
    expect(html.indexOf('burning things')).toBeGreaterThan(0);
    expect(html.indexOf('burning things')).toBeLessThan(html.indexOf('calm things'));
    expect(html).toMatch(/1\s200/);
    expect(html).toContain('href="/staff/work?burns#here"');
    expect(html).toContain('Urgent');
    expect(html).toMatch(/Compté à \d\d:\d\d:\d\d/);
    expect(html).not.toContain('nothing');
  });

  it('T20: shows no need whose list the role may not open, in the order the router takes', async () => {
    asked = [
      need({ key: 's', words: 'secret things', href: '/staff/secret/x1' }),
      need({ key: 'g', words: 'gone things', href: '/staff/gone' }),
      need({ key: 'o', words: 'things of elsewhere', href: 'https://evil.example/staff/work' }),
    ];
    expect(await get('/staff', admin)).toContain('secret things');
    const html = await get('/staff', viewer);
    for (const words of ['secret things', 'gone things', 'things of elsewhere'])
      expect(html).not.toContain(words);
    expect(html).toContain('Rien n’attend');
  });

  it('shows the others where one cannot be counted, says so, and logs it', async () => {
    asked = [need({})];
    fails = true;
    const html = await get('/staff', admin);
    fails = false;
    expect(html).toContain('things');
    expect(html).toContain('n’a pas pu être comptée');
    expect(site.failures.at(-1)).toMatchObject({ code: 'need_not_counted' });
  });

  it('is told by its stream when something else waits, and names nothing there', async () => {
    asked = [need({})];
    const html = await get('/staff', admin);
    const [, mark] = /data-live="\/staff\/overview\/live\?seen=([\w-]{16})"/.exec(html) ?? [];
    expect(mark).toBeDefined();
    expect(await get('/staff', admin)).toContain(`seen=${mark ?? ''}`);
    asked = [need({ count: 4 })];
    expect(await get('/staff', admin)).not.toContain(`seen=${mark ?? ''}`);
    const part = await ask(site, '/staff', { cookie: admin.cookie, headers: { 'Benkan-Live': '1' } });
    expect(await part.text()).not.toContain('<html');
  });

  it('looks again by itself where no script runs', async () => {
    expect(await get('/staff', admin)).toContain('<noscript><meta http-equiv="refresh" content="60"');
  });

  it('W11: settings stand on one page by parts, and not in the menu', async () => {
    const html = await get('/staff/settings', admin);
    expect(html).toContain('Clés');
    expect(html.indexOf('Personnes et accès')).toBeLessThan(html.indexOf('Installation'));
    expect(html).toContain('My own');
    const menu = /<nav class="side"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
    expect(menu).toContain('/staff/settings');
    expect(menu).not.toContain('/staff/keys');
    expect(await get('/staff/keys', admin)).toContain('href="/staff/settings" aria-current="page"');
    const theirs = await get('/staff/settings', viewer);
    expect(theirs).toContain('/staff/mine');
    expect(theirs).not.toContain('/staff/keys');
  });

  it('W11: whoever has nothing to set is told so, and has no such entry', async () => {
    const bare = await openSite([page('/work', ['editor'], { label: 'Work', order: 1 })]);
    try {
      const editor = await member(bare, 'editor');
      const html = await (await ask(bare, '/staff', { cookie: editor.cookie })).text();
      expect(html).not.toContain('/staff/settings');
      const settings = await ask(bare, '/staff/settings', { cookie: editor.cookie });
      expect(await settings.text()).toContain('Rien à régler ici');
    } finally {
      await bare.close();
    }
  });

  it('speaks the language of whoever reads', async () => {
    asked = [need({})];
    const form = { lang: 'en-GB', at: '/staff' };
    expect((await ask(site, '/staff/site-language', { cookie: viewer.cookie, form })).status).toBe(303);
    const html = await get('/staff', viewer);
    for (const words of ['Waiting for you', 'Good to know', 'Counted at', 'Settings'])
      expect(html).toContain(words);
  });
});
