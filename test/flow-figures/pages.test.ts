import { describe, expect, it } from '@jest/globals';
import { rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { rehearsedProfile } from '../../src/conversation/rehearsal/rehearsed-profile.ts';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { MAX_DEEDS } from '../../src/capabilities/flows/simulator/deeds.ts';
import { renderPage } from '../../src/web/kit/index.ts';
import type { Role, StaffContext, StaffRoute } from '../../src/web/staff/index.ts';
import { COUNTS, flowPages, loaded, ORG } from './flow-pages.ts';

const VERSION = {
  flow: 'sondage-paix',
  hash: 'abcdef1234',
  state: 'published',
  by: 'awa',
  running: 12,
} as const;
const routes = flowPages(COUNTS, [{ ...VERSION, at: Date.UTC(2026, 0, 2) }]);

interface Visit {
  role?: Role;
  org?: string;
  form?: Record<string, string>;
}

/** Asks for a page as the staff site would, without HTTP. */
async function visit(url: string, { role = 'analyst', org = ORG, form }: Visit = {}) {
  const { pathname, searchParams } = new URL(url, 'http://staff.test');
  for (const route of routes) {
    const params = match(route, pathname);
    if (route.method !== (form === undefined ? 'get' : 'post') || params === null) continue;
    if (!route.roles.includes(role)) return { status: 403, body: '' };
    const ctx: StaffContext = {
      person: { id: 's1', name: 'Awa', role, org },
      params,
      query: searchParams,
      form: form ?? {},
      frame: { lang: 'fr', nav: [], here: pathname, signOut: '/', person: { name: 'Awa', role: '' } },
      audit: async () => undefined,
      reveal: async () => undefined,
      revealed: async () => false,
    };
    const answer = route.method === 'get' ? await route.render(ctx) : await route.act(ctx);
    if (!('kind' in answer)) return { status: 200, body: renderPage(answer) };
    if (answer.kind === 'page') return { status: answer.status, body: renderPage(answer.page) };
    return { status: 200, body: 'body' in answer ? String(answer.body) : '' };
  }
  return { status: 404, body: '' };
}

function match(route: StaffRoute, pathname: string): Record<string, string> | null {
  const names = [...route.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
  const found = new RegExp(`^${route.path.replace(/:\w+/gu, '([^/]+)')}$`, 'u').exec(pathname);
  return (
    found && Object.fromEntries(names.map((name, nth) => [name, decodeURIComponent(found[nth + 1] ?? '')]))
  );
}

/** Rows of the first table, cell by cell. */
const rowsIn = (body: string): string[][] =>
  [...(/<tbody>(.*?)<\/tbody>/su.exec(body)?.[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) => cell.replace(/<[^>]+>/gu, '')),
  );

describe('W3: the list of flows', () => {
  it('shows who is in each, how far its texts are, and which version runs', async () => {
    const { body } = await visit('/flows');
    const row = rowsIn(body).find(([name]) => name === 'sondage-paix');
    expect(row?.slice(0, 3)).toEqual(['sondage-paix', '10', '143']);
    expect(row?.at(-1)).toMatch(/^[0-9a-f]{7} publié le 2 janv\. 2026$/u);
    expect(rowsIn(body)).toHaveLength(loaded.set.flows.size);
  });

  it('is empty for the staff of another organisation (T36)', async () => {
    expect((await visit('/flows', { org: 'autre' })).body).toContain('Aucun parcours');
  });
});

describe('F11, F12, W3: the page of a flow', () => {
  it('draws the map with its counts, and a table that says the same and adds up', async () => {
    const { body } = await visit('/flows/sondage-paix');
    expect(body).toContain('>143 · 8 ici · 7 partis<');
    const rows = rowsIn(body);
    expect(rows.find(([name]) => name === 'priorite (choix)')).toEqual([
      ...['priorite (choix)', '143', '122', '20', '0', '128', '8', '7', '18 s'],
    ]);
    for (const [, entered, , , , left, waiting, dropped] of rows)
      expect(Number(entered)).toBe(Number(left) + Number(waiting) + Number(dropped));
    expect(body).toContain('plus dans le parcours : ancien_pas.');
  });

  it('names each text in both languages with the state of its review, and the versions', async () => {
    const { body } = await visit('/flows/sondage-paix');
    expect(body).toMatch(/<dt>bambara <span class="review review-(?:draft|kept)">/u);
    expect(body).toMatch(/<dd lang="fr"[^>]*>Tu as quel âge \?<\/dd>/u);
    expect(body).toContain('<code>abcdef1</code>');
  });

  it('T6, S12: hides 1 to 4 and rounds the rest once people are chosen by language or channel', async () => {
    const bambara = await visit('/flows/sondage-paix?lang=bm');
    expect(rowsIn(bambara.body).find(([name]) => name?.startsWith('priorite'))).toEqual([
      ...['priorite (choix)', '&lt; 5', '&lt; 5', '0', '0', '&lt; 5', '0', '&lt; 5', '–'],
    ]);
    const french = rowsIn((await visit('/flows/sondage-paix?channel=web')).body);
    const shown = french.flatMap((row) => row.slice(1, 8)).filter((cell) => /^\d+$/u.test(cell));
    expect(shown.filter((cell) => Number(cell) % 5 !== 0)).toEqual([]);
  });

  it('keeps the choice in the address, and takes nothing else from it', async () => {
    const { body } = await visit('/flows/sondage-paix?days=90&lang=%22%3E%3Cscript%3E&channel=web');
    expect(body).not.toContain('<script');
    expect(body).toContain('/staff/flows/sondage-paix/figures.csv?days=90&amp;channel=web');
  });

  it('says so where nobody came yet', async () => {
    expect((await visit('/flows/stop')).body).toContain('Personne n’est encore passé par ici');
  });

  it('gives the table as a file, with the same hidden counts', async () => {
    const { body } = await visit('/flows/sondage-paix/figures.csv?lang=bm');
    expect(body).toMatch(/priorite.*< 5/u);
  });

  it.each(['/flows/nulle-part', '/flows/nulle-part/figures.csv', '/flows/nulle-part/play'])(
    '404 for %s',
    async (url) => {
      expect((await visit(url)).status).toBe(404);
    },
  );

  it('404 for the staff of another organisation (T36)', async () => {
    for (const url of ['/flows/stop', '/flows/stop/play'])
      expect((await visit(url, { org: 'autre' })).status).toBe(404);
  });
});

const played = (form: Record<string, string>) => visit('/flows/sondage-paix/play', { form });
const deedsIn = (body: string): string =>
  (/name="deeds" value="([^"]*)"/u.exec(body)?.[1] ?? '').replaceAll('&quot;', '"');

describe('F9: a flow played from the staff site', () => {
  it('says, keeps and weighs exactly what the simulator of the command does (glific-frontend#3112)', async () => {
    const command = rehearse(rehearsalDeps(loaded, 'bm'), rehearsedProfile(loaded.set, 'sondage-paix', 'bm'));
    const lines = await command.begin('sondage-paix');
    let { body } = await visit('/flows/sondage-paix/play?lang=bm');
    for (const deed of [{ tap: 'eau' }, { say: 'abc' }, { say: '25' }]) {
      lines.push(...(await command.play(deed)));
      ({ body } = await played({ lang: 'bm', deeds: deedsIn(body), ...deed }));
    }
    const said = lines.flatMap((line) => ('out' in line ? [line.out.text] : []));
    for (const text of said) expect(unescaped(body)).toContain(`>${text}</p>`);
    expect(body).toContain(`${command.end().end.bytes} octets`);
    expect(unescaped(body)).toContain(JSON.stringify(command.stands().session, null, 2));
    expect(body).toMatch(/<code>age<\/code><\/dt><dd>25<\/dd>/u);
  });

  it('moves its clock by a button', async () => {
    const before = (await visit('/flows/sondage-paix/play')).body;
    const { body } = await played({ lang: 'fr', deeds: deedsIn(before), wait: '25h' });
    expect(before).toContain('Il est 15 janv. 2026, 09:00');
    expect(body).toContain('Il est 16 janv. 2026, 10:00');
  });

  it.each([
    ['is no JSON', 'oui'],
    ['is no talk', '[{"drop":"tables"}]'],
    ['is too long', JSON.stringify(Array.from({ length: MAX_DEEDS + 1 }, () => ({ say: 'a' })))],
  ])('begins again, and says so, where what comes back %s', async (_what, deeds) => {
    const { status, body } = await played({ lang: 'fr', deeds, say: 'bonjour' });
    expect([status, deedsIn(body)]).toEqual([200, '[]']);
    expect(body).toContain('il recommence du début');
  });

  it('takes no more than it plays at once', async () => {
    const deeds = JSON.stringify(Array.from({ length: MAX_DEEDS }, () => ({ say: 'a' })));
    expect((await played({ lang: 'fr', deeds, say: 'b' })).body).toContain('trop long');
  });

  it('is not for who only reads figures (403)', async () => {
    expect((await visit('/flows/stop/play', { role: 'viewer' })).status).toBe(403);
    expect((await visit('/flows/stop', { role: 'organiser' })).status).toBe(403);
  });
});

describe('W13: staff try the bot: why, as each channel shows it, back, to a step, at a time', () => {
  const deeds = (...list: object[]): string => JSON.stringify(list);
  /** What stands in the panel, as it is read. */
  const panel = (body: string): string =>
    unescaped((body.split('id="dedans"')[1] ?? '').replace(/<[^>]+>/gu, ''));

  it('tells how the last thing said was read, which way was taken by which values, and the text with its review', async () => {
    const { body } = await played({ lang: 'fr', deeds: deeds({ tap: 'eau' }), say: 'douze ans' });
    expect(panel(body)).toContain('La question « age » (nombre) y lit 12 (en lettres)');
    expect(panel(body)).toContain(
      'has(answers.age) && answers.age < 15 avec answers.age = 12 donne true, prend « then »',
    );
    expect(panel(body)).toMatch(/Dit sondage-paix\/mineurs \(français\) (?:relu|à relire)/u);
  });

  it('says a close spelling with its errors', async () => {
    const { body } = await played({ lang: 'fr', deeds: '[]', say: 'la sceurite' });
    expect(panel(body)).toContain('"securite" (orthographe proche, 1 faute de frappe)');
  });

  it.each([
    ['telegram', /1\. La sécurité/u],
    ['whatsapp-cloud', /shown-list/u],
    ['sms', /1\. La sécurité[\s\S]*2 SMS, 169 caractères/u],
  ])('shows the talk as %s does, by its own functions', async (look, shows) => {
    const { body } = await played({ lang: 'fr', deeds: '[]', look });
    expect((/role="log".*?id="dire"/su.exec(body)?.[0] ?? '').replace(/<\/?(?:li|p)>/gu, '')).toMatch(shows);
    expect(body).toContain(`name="as" value="${look}"`);
  });

  it('takes back the last thing said, and says so where there is nothing', async () => {
    const { body } = await played({ lang: 'fr', deeds: deeds({ tap: 'eau' }, { say: '25' }), undo: '1' });
    expect(deedsIn(body)).toBe(deeds({ tap: 'eau' }));
    expect((await played({ lang: 'fr', deeds: '[]', undo: '1' })).body).toContain('Il n’y a rien à annuler');
  });

  it('goes to a step by answers it invents and shows', async () => {
    const { body } = await played({ lang: 'fr', deeds: '[]', jump: '1', step: 'mineurs' });
    const way = JSON.parse(deedsIn(body)) as object[];
    expect(way.at(-1)).toEqual({ say: '12' });
    expect(body).toContain(`${way.length} réponses ont été inventées`);
    expect(panel(body)).toContain('Dit sondage-paix/mineurs');
  });

  it('goes to every step of the survey', async () => {
    for (const { key } of loaded.set.flows.get('sondage-paix')?.steps ?? [])
      if (!key.includes('@'))
        expect([
          key,
          (await played({ lang: 'fr', deeds: '[]', jump: '1', step: key })).body.includes('Aucune suite'),
        ]).toEqual([key, false]);
  });

  it('refuses, with a word, a step there is not and one no answer leads to', async () => {
    expect((await played({ lang: 'fr', deeds: '[]', jump: '1', step: 'rien' })).body).toContain(
      'n’a pas cette étape',
    );
    const { body } = await visit('/flows/nouvelle-publiee/play', {
      form: { lang: 'fr', deeds: '[]', jump: '1', step: 'inconnu' },
    });
    expect(body).toContain('n’a pas cette étape');
  });

  it('sets the clock to a moment, says when hours are quiet, and refuses what is past', async () => {
    const at = (moment: string) => played({ lang: 'fr', deeds: '[]', until: '1', moment });
    const { body } = await at('2026-01-15T22:30');
    expect(body).toContain('Il est 15 janv. 2026, 22:30');
    expect(body).toContain('Heures calmes');
    for (const moment of ['2026-01-15T08:00', '2099-01-01T08:00', 'demain'])
      expect((await at(moment)).body).toContain('Ce moment est passé, ou trop loin');
  });

  it('copies the talk as benkan play --repro prints it', async () => {
    const { body } = await played({ lang: 'fr', deeds: deeds({ tap: 'eau' }), say: '25' });
    const text = unescaped(/<textarea[^>]*>(.*?)<\/textarea>/su.exec(body)?.[1] ?? '');
    expect(text).toMatch(/^- title: what this talk shows\n {2}lang: fr\n {2}talk:\n/u);
    expect(text).toContain("    - say: '25'\n      says: [ idee.ask ]\n      saved: { age: 25 }");
    expect(text).toMatch(/end: waiting\n$/u);
  });

  it('is tried whole, with no account: greeted as somebody new, or by keyword as somebody known', async () => {
    const first = await visit('/flow-trial');
    expect(first.body).toContain('Écrivez un premier mot');
    const greeted = await visit('/flow-trial', {
      form: { lang: 'fr', deeds: '[]', who: 'new', say: 'bonjour' },
    });
    expect(panel(greeted.body)).toContain('Dit accueil/');
    expect(unescaped(greeted.body)).toContain('- title: what this talk shows');
    const known = await visit('/flow-trial', {
      form: { lang: 'fr', deeds: '[]', who: 'known', say: 'sondage' },
    });
    expect(panel(known.body)).toContain('Commande reconnue : survey');
    expect((await visit('/flow-trial', { role: 'viewer' })).status).toBe(403);
    expect((await visit('/flow-trial', { org: 'autre' })).status).toBe(404);
  });
});

const unescaped = (body: string): string =>
  body.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
