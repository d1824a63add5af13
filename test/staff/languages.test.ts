import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { frenchIn, plainlyFrenchIn, saidBy } from './english.ts';
import { cookieFrom } from './site.ts';
import { gapsIn, leavesOf, sourcesOfPages, textsInBoth } from './texts-in-both.ts';

/** Words that are spelt the same. */
const SAME = new Set(
  'action, bambara, base, benkan, cause, cercle, code, commune, condition, conversation, conversations, correction, danger, date, dialogue, document, information, installation, institutions, intact, maximum, menu, message, messages, min, minimum, organisation, organisations, pages, participants, phase, photo, publication, question, signature, signature (ed), sms, source, suicide, telegram, ticket, urgent, version, versions, violence, whatsapp, whatsapp (api), whatsapp web'.split(
    ', ',
  ),
);

/** A “tu”, or an order given to one who is called so. */
const FAMILIAR =
  /(?<![\p{L}’-])(?:tu|toi|tes|t’\p{L}+)(?!\p{L})|partage-l|l[ae]s? partage pas|(?:^|[.:;!] )(?:attends|choisis|écris|essaie|lis|mets|ouvre|prends|regarde|reviens|touche|vérifie)(?=[ ,.-])/iu;

describe('the words of the staff site, in French and English', () => {
  it('stand in both, with the same keys and the same gaps', async () => {
    const { pairs, alone } = await textsInBoth();
    expect(alone).toEqual([]);
    expect(pairs.length).toBeGreaterThan(20);
    for (const { name, fr, en } of pairs) {
      const [french, english] = [leavesOf(fr), leavesOf(en)];
      expect([name, [...english.keys()].sort()]).toEqual([name, [...french.keys()].sort()]);
      for (const [key, text] of french)
        expect([name, key, gapsIn(english.get(key) ?? '')]).toEqual([name, key, gapsIn(text)]);
    }
  });

  it('say “vous” to whoever works here, all of them', async () => {
    const { pairs } = await textsInBoth();
    const familiar = pairs.flatMap(({ name, fr }) =>
      [...leavesOf(fr)].flatMap(([key, text]) => {
        // What the bot says to people, and what people type, is quoted.
        const said = text.replaceAll(/«[^»]*»/gu, '');
        return FAMILIAR.test(said) ? [`${name}${key}: ${text}`] : [];
      }),
    );
    expect(familiar).toEqual([]);
  });

  it('leave no French in the English', async () => {
    const { pairs } = await textsInBoth();
    const found = pairs.flatMap(({ name, fr, en }) => {
      const french = leavesOf(fr);
      return [...leavesOf(en)].flatMap(([key, text]) => {
        const bare = text
          .toLowerCase()
          .replaceAll(/\d+|[.,]/gu, '')
          .trim();
        const untouched = text === french.get(key) && /\p{L}{3}/u.test(bare) && !SAME.has(bare);
        const words = plainlyFrenchIn(text);
        return words.length > 0 || untouched ? [`${name}${key}: ${untouched ? text : words.join(', ')}`] : [];
      });
    });
    expect(found).toEqual([]);
  });

  it('write numbers and days as the reader does, nowhere as one language does', () => {
    // Public pages are in French and Bambara, which have French numbers here.
    const ofStaff = sourcesOfPages().filter(({ file }) => !file.includes('/public/'));
    const fixed = ofStaff.filter(({ source }) => /Intl\.\w+\('(?:fr|en)|toLocaleString\(\)/u.test(source));
    expect(fixed.map(({ file }) => file)).toEqual([]);
  });
});

describe('the language of a member of staff', () => {
  let house: WholeHouse;
  beforeAll(async () => {
    house = await wholeHouse();
  }, 240_000);
  afterAll(() => house.close());

  const choose = (lang: string, { at = '/staff', cookie }: { at?: string; cookie?: string } = {}) =>
    house.ask('/staff/site-language', {
      method: 'POST',
      body: new URLSearchParams({ lang, at }),
      ...(cookie === undefined ? {} : { cookie }),
    });
  const textOf = async (path: string, how: Parameters<WholeHouse['ask']>[1] = {}) =>
    (await house.ask(path, how)).text();
  const asking = (tags: string) => ({ headers: { 'accept-language': tags } });

  it('before anybody signed in: what the browser asks for first, else French', async () => {
    for (const [tags, lang, title] of [
      ['en-US,en;q=0.9', 'en-GB', 'Sign in'],
      ['de, en;q=0.8, fr;q=0.5', 'en-GB', 'Sign in'],
      ['fr-ML,fr;q=0.9,en;q=0.8', 'fr', 'Se connecter'],
      ['bm, de;q=0.5', 'fr', 'Se connecter'],
      ['x'.repeat(200), 'fr', 'Se connecter'],
    ] as const) {
      const page = await textOf('/staff/sign-in', asking(tags));
      expect([tags, page.includes(`<html lang="${lang}">`), page.includes(`<h1>${title}</h1>`)]).toEqual([
        tags,
        true,
        true,
      ]);
    }
    expect(await textOf('/staff/sign-in')).toContain('<html lang="fr">');
  });

  it('is kept in a cookie that no script reads, and which opens nothing', async () => {
    const at = '/staff/sign-in?next=%2Fstaff%2Fsurveys';
    const answer = await choose('en-GB', { at });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, at]);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-benkan-lang=en-GB; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/u,
      ),
    ]);
    const cookie = cookieFrom(answer, '__Host-benkan-lang')!;
    const page = await textOf('/staff/sign-in', { cookie, ...asking('fr') });
    expect(page).toContain('<h1>Sign in</h1>');
    expect(page).toMatch(/name="at" value="\/staff\/sign-in"/u);
    expect(await textOf('/staff/sign-in', { cookie: '__Host-benkan-lang=xx' })).toContain('<html lang="fr">');
    expect((await house.ask('/staff/accounts', { cookie })).status).toBe(303);
  });

  it('400: an unknown language; 403: a foreign page; a foreign address leads to the overview', async () => {
    for (const lang of ['', 'xx', 'en', 'FR', '__proto__', '../fr']) {
      const answer = await choose(lang);
      expect([lang, answer.status, answer.headers.getSetCookie()]).toEqual([lang, 400, []]);
    }
    const foreign = await house.ask('/staff/site-language', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ lang: 'fr', at: '/staff' }),
    });
    expect(foreign.status).toBe(403);
    for (const at of [
      'https://elsewhere.example/staff',
      '//elsewhere.example',
      '/docs',
      'javascript:alert(1)',
    ])
      expect([at, (await choose('fr', { at })).headers.get('location')]).toEqual([at, '/staff']);
  });

  it('is kept on the account: the page comes again as it was, on every device, and back', async () => {
    const cookie = house.cookies.viewer;
    expect(await textOf('/staff/surveys?flash=x', { cookie, ...asking('fr') })).toContain('<html lang="fr">');
    const answer = await choose('en-GB', { at: '/staff/surveys?flash=x', cookie });
    expect(answer.headers.get('location')).toBe('/staff/surveys?flash=x');
    // Only the session goes along: this is another browser of the same person.
    const page = await textOf('/staff/surveys?flash=x', { cookie, ...asking('fr') });
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<span class="person-role">Read only</span>');
    expect(page).toMatch(/name="at" value="\/staff\/surveys\?flash=x"/u);
    expect(await textOf('/staff/accounts', { cookie })).toContain('<h1>Access denied</h1>');
    const problem = await house.ask('/staff/accounts', { cookie, headers: { accept: 'application/json' } });
    expect(await problem.json()).toMatchObject({ status: 403, code: 'role_lacks_access' });
    await choose('fr', { cookie });
    expect(await textOf('/staff/surveys', { cookie, ...asking('en') })).toContain('<html lang="fr">');
  });

  it('a page that answers a form has no switch: what was typed would be lost', async () => {
    const cookie = house.cookies.admin;
    const page = await textOf('/staff/accounts', {
      method: 'POST',
      body: new URLSearchParams({ email: 'x', name: '', role: 'viewer' }),
      cookie,
    });
    expect(page).toContain('Indiquez un nom de 1 à 80 caractères.');
    expect(page).not.toContain('/staff/site-language');
  });

  it('every page of the matrix is English for whoever chose it', async () => {
    const cookie = house.cookies.admin;
    await choose('en-GB', { cookie });
    const paths = ['/', ...house.staffRoutes.flatMap(({ method, path }) => (method === 'get' ? [path] : []))];
    const found: string[] = [];
    const tables: string[] = [];
    for (const path of new Set(paths)) {
      const address = `/staff${path.replace(/:(\w+)/gu, (_all, name: string) => REAL[name] ?? 'none')}`;
      const answer = await house.ask(address, { cookie });
      expect([address, answer.status]).toEqual([address, answer.status < 500 ? answer.status : 200]);
      const type = answer.headers.get('content-type') ?? '';
      if (type.startsWith('text/csv')) {
        const [header = ''] = (await answer.text()).split('\r\n');
        tables.push(...plainlyFrenchIn(header.replaceAll(',', ', ')).map((word) => `${address}: ${word}`));
        continue;
      }
      if (!type.startsWith('text/html')) {
        await answer.body?.cancel();
        continue;
      }
      const html = await answer.text();
      expect([address, html.includes('<html lang="en-GB">')]).toEqual([address, true]);
      const french = saidBy(html).flatMap((said) => (frenchIn(said).length > 0 ? [said] : []));
      found.push(...[...new Set(french)].map((said) => `${address}: ${said}`));
    }
    await choose('fr', { cookie });
    expect([...found, ...tables]).toEqual([]);
    const figures = await textOf('/staff/flows/menu/figures.csv', { cookie: house.cookies.analyst });
    expect(figures).toMatch(/^Étape,Entrés,Répondu,/u);
  }, 120_000);
});

/** What stands in the repository: everything else is a page that says so. */
const REAL: Readonly<Record<string, string>> = {
  flow: 'menu',
  survey: 'sondage-paix',
  lang: 'bm',
  key: 'fin',
};
