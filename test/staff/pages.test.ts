import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureSetupLink } from '../../src/web/staff/index.ts';
import { notesRoute, PAYLOADS } from './notes-route.tsx';
import { ask, cookieFrom, type Member, member, openSite, type Site } from './site.ts';

describe('pages of the staff site', () => {
  let site: Site;
  let who: Member;
  let setupLink: string;
  beforeAll(async () => {
    site = await openSite([notesRoute]);
    setupLink = (await ensureSetupLink(site.parts))!.replace(site.url, '');
  });
  afterAll(() => site.close());

  const everyPage = async (): Promise<[string, Response][]> => {
    const setup = await ask(site, setupLink);
    const token = new URL(setupLink, site.url).searchParams.get('token')!;
    const form = {
      token,
      email: 'awa@example.org',
      name: PAYLOADS[0],
      password: 'trois girafes mangent du fonio',
    };
    const second = await ask(site, '/staff/setup', { form });
    who = await member(site, 'admin', PAYLOADS[1]);
    const { cookie } = who;
    return [
      ['setup', setup],
      ['second factor', second],
      ['sign-in', await ask(site, '/staff/sign-in')],
      ['overview', await ask(site, '/staff', { cookie })],
      ['a page', await ask(site, '/staff/notes?title=x', { cookie })],
      ['404', await ask(site, '/staff/nowhere', { cookie })],
      ['400', await ask(site, '/staff/sign-in', { form: {} })],
      ['403', await ask(site, '/staff/sign-in', { form: {}, headers: { origin: 'null' } })],
    ];
  };

  it('W14: no inline script or style, style sheets of our own, headers on every answer', async () => {
    for (const [name, answer] of await everyPage()) {
      const { headers } = answer;
      expect([name, headers.get('content-security-policy')]).toEqual([
        name,
        "default-src 'none';style-src 'self';script-src 'self';font-src 'self';img-src 'self' data:;media-src 'self' blob:;form-action 'self';frame-ancestors 'none';connect-src 'self';base-uri 'none'",
      ]);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      const html = await answer.text();
      expect(html).toMatch(/^<!doctype html><html lang="fr">/);
      const tags = html.match(/<[a-z][^>]*>/g)!;
      expect(
        tags.filter(
          (tag) =>
            !/^<script src="\/assets\/[\w.-]+" defer>$/.test(tag) &&
            /^<(style|script)|\sstyle=|\son[a-z]+=|javascript:/.test(unquoted(tag)),
        ),
      ).toEqual([]);
      const sheets = tags.filter((tag) => tag.startsWith('<link rel="stylesheet"'));
      expect(sheets.filter((sheet) => !sheet.includes(' href="/assets/'))).toEqual([]);
      const sheet = await ask(site, /href="([^"]+)"/.exec(sheets[0]!)![1]!);
      expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
      expect(sheet.headers.get('cache-control')).toContain('immutable');
    }
  });

  it('escape what was typed: name, e-mail, menu, table cells, query', async () => {
    const { cookie } = who;
    for (const payload of PAYLOADS) {
      const query = new URLSearchParams({ title: payload }).toString();
      const pages = await Promise.all([
        ask(site, `/staff/notes?${query}`, { cookie }),
        ask(site, '/staff', { cookie }),
        ask(site, '/staff/sign-in', { form: { email: payload, password: 'entirely wrong', code: '1' } }),
      ]);
      for (const page of pages) {
        const html = await page.text();
        expect(html).not.toMatch(/<script>|<img src=x|<svg onload/);
        expect(
          (html.match(/<[a-z][^>]*>/g) ?? []).filter((tag) => /\son[a-z]+=/.test(unquoted(tag))),
        ).toEqual([]);
      }
      site.pass(3_600_001);
    }
  });

  it('show a message by its key only', async () => {
    who = await member(site);
    const { cookie } = who;
    const saved = await (await ask(site, '/staff/notes?flash=saved', { cookie })).text();
    expect(saved).toContain('role="status"');
    expect(saved).toContain('Note enregistrée.');
    for (const flash of ['<b>x</b>', 'toString', '__proto__', 'other']) {
      const page = await (
        await ask(site, `/staff/notes?flash=${encodeURIComponent(flash)}`, { cookie })
      ).text();
      expect(page).not.toContain('role="status"');
    }
  });

  it('list for a role what it may open, and mark where one is', async () => {
    const page = await (await ask(site, '/staff/notes', { cookie: who.cookie })).text();
    expect(page.match(/href="\/staff\/notes" aria-current="page"/g)).toHaveLength(2);
    expect(page.match(/aria-current/g)).toHaveLength(2);
    const home = await (await ask(site, '/staff', { cookie: who.cookie })).text();
    expect(home.match(/href="\/staff" aria-current="page"/g)).toHaveLength(2);
    expect(await (await ask(site, '/staff/nowhere', { cookie: who.cookie })).text()).not.toContain(
      'aria-current',
    );
    const bare = await openSite();
    const overview = await (await ask(bare, '/staff', { cookie: (await member(bare)).cookie })).text();
    expect(overview).toContain('Rien à faire ici pour l’instant');
    await bare.close();
  });

  it('assets are found under their exact name only', async () => {
    for (const path of ['/assets/kit.css', '/assets/../package.json', '/assets/%2e%2e/kit.css', '/assets/']) {
      expect((await ask(site, path)).status).toBe(404);
    }
  });

  it('the cookie of a signed-in person is never in a page', async () => {
    const { cookie } = who;
    expect(await (await ask(site, '/staff', { cookie })).text()).not.toContain(cookie.split('=')[1]!);
    expect(cookieFrom(await ask(site, '/staff', { cookie }))).toBeUndefined();
  });
});

/** A tag without the values of its attributes: what stands in quotes is words. */
const unquoted = (tag: string): string =>
  tag.replace(/="[^"]*"/g, (value) => (value.includes('javascript:') ? value : '='));
