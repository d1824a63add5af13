import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { toBuffer } from 'qrcode';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { eyes } from '../staff/gate/eye.ts';
import { MARK } from '../staff/gate/hostile-citizens.ts';
import { lettersNotShown } from '../staff/gate/letters.ts';
import { failures, gateTable, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { lookAt, type Looked } from '../staff/gate/look-at.ts';
import { until } from '../channels/until.ts';
import { axe, launch } from '../web-chat/browser.ts';
import { codeOf } from './code-of.ts';
import { keptIn, openLine } from './line.ts';
import { type FoundPublic, findPublicPages } from './found-public.ts';
import { publishInEachState } from './publish.ts';
import { answerSurvey, pressed, publishPage, publishResults } from './publish-results.ts';

jest.setTimeout(600_000);

/** The whole house and not its demonstration: what two people publish is enough to look at. The rest is the trial's. */
describe('W12: every public page, in Chromium', () => {
  let house: WholeHouse;
  let browser: Browser;
  let pages: FoundPublic[];
  let lost: string[];
  beforeAll(async () => {
    house = await wholeHouse();
    await publishInEachState(house);
    await publishResults(house);
    [browser, { pages, lost }] = await Promise.all([launch(), findPublicPages(house, 1)]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('is come to by links from the news, and answers whoever follows them', () => {
    expect(lost).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
  });

  it('is light, speaks to a screen reader, fits 320 px, complains of nothing, and needs no script', async () => {
    const strangers = eyes(browser, { ...house, cookies: { ...house.cookies, viewer: 'nobody=1' } });
    const eye = await strangers.as('viewer');
    const looked: Looked[] = [];
    for (const { path, html } of pages) {
      const scheme = looked.length % 2 === 0 ? 'dark' : 'light';
      looked.push(await lookAt(eye, { name: path, url: house.url + path, html }, scheme));
    }
    const letters = await lettersNotShown(eye.page);
    // The ways stand in one row, in the longer of the two languages too.
    await eye.page.goto(`${house.url}/results?lang=bm`);
    for (const width of [320, 1280]) {
      await eye.page.setViewportSize({ width, height: 720 });
      const tops = await eye.page
        .locator('.top nav li')
        .evaluateAll((ways) =>
          (ways as unknown as { offsetTop: number }[]).map(({ offsetTop }) => offsetTop),
        );
      expect([width, tops.length > 6, new Set(tops).size]).toEqual([width, true, 1]);
    }
    await strangers.close();
    process.stdout.write(`${gateTable(looked).replaceAll('W14', 'W12')}\n`);
    expect([...letters, ...looked.flatMap((page) => failures(page, PUBLIC_BYTES))]).toEqual([]);
  });

  it.each(['/results/sondage-paix', '/claims'])(
    'S14: a message with a link to %s shows a picture',
    async (path) => {
      const page = await (await house.ask(path)).text();
      const card = /<meta property="og:image" content="https?:\/\/[^/]+([^"]+)"/u.exec(page)?.[1] ?? '';
      const answer = await house.ask(card.replaceAll('&amp;', '&'));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      const png = Buffer.from(await answer.arrayBuffer());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(png.length).toBeLessThan(60_000);
      expect(new URL((await codeOf(png)) ?? '').pathname).toBe(path);
      expect((await house.ask('/results/autre/card.png')).status).toBe(404);
    },
  );

  describe('S12, S14: published results of a survey', () => {
    const shown = async (path = '/results/sondage-paix'): Promise<string> => (await house.ask(path)).text();

    it('are frozen figures without one over fewer than ten people, in both languages', async () => {
      for (const path of ['/results/sondage-paix', '/results/sondage-paix?lang=bm']) {
        const page = await shown(path);
        for (const part of ['au moins 120 personnes', '50\u00a0%', '28\u00a0%', '20 novembre 2026'])
          expect(page.replace('san 2026 nowanburukalo tile 20', '20 novembre 2026')).toContain(part);
        // 6 are hidden, and the 21 that would give them away.
        expect(page.match(/>(?:<span lang="fr">)?caché</gu)?.length).toBe(4);
        expect(page).not.toMatch(/\b(?:6|21|18|5|27|23)\u00a0%|>120<|>60</u);
      }
      expect(await shown('/results')).toContain('href="/results/sondage-paix">Sondage sur la paix</a>');
      expect(await shown('/results?lang=bm')).toContain('>Ɲininkali bɛn kan</a>');
      expect((await house.ask('/results/autre')).status).toBe(404);
    });

    it('stay as they are when more people answer, and a second edition needs ten more', async () => {
      const before = await shown();
      await answerSurvey(house, { priorite: { eau: 5 } }, 500);
      expect(await shown()).toBe(before);
      expect(await publishPage(house)).toContain('Trop proche d’une édition déjà publiée');
      expect((await pressed(house, 'propose', 'analyst')).status).toBe(409);
    });

    it('T21: refuses whoever proposed them, a form of another page, and what was not seen', async () => {
      await answerSurvey(house, { priorite: { eau: 30, ecole: 20 } }, 600);
      expect((await pressed(house, 'propose', 'admin', { more: 'x' })).status).toBe(400);
      expect((await pressed(house, 'propose', 'admin')).status).toBe(303);
      const again = await pressed(house, 'propose', 'analyst');
      expect([again.status, again.words]).toEqual([409, expect.stringContaining('attend déjà')]);
      const page = await publishPage(house, 'verifier');
      const seen = /publish\/publish"[^>]*><input[^>]*value="([^"]*)"/u.exec(page)?.[1] ?? '';
      expect((await pressed(house, 'publish', 'admin', { seen })).status).toBe(403);
      expect((await pressed(house, 'publish', 'verifier', { seen: 'x' })).status).toBe(409);
      expect((await pressed(house, 'publish', 'viewer', { seen })).status).toBe(403);
      // What is previewed is what is published, to the letter.
      const preview = /<article class="question" lang="fr">.*?<\/article>/su.exec(page)?.[0] ?? '';
      expect((await pressed(house, 'publish', 'verifier', { seen })).status).toBe(303);
      const rows = (html: string): string[] => html.match(/<tr>.*?<\/tr>/gsu) ?? [];
      expect(rows(preview).length).toBeGreaterThan(4);
      await until(async () => (await shown()).includes('>2</dd>'));
      expect(rows(await shown())).toEqual(rows(preview));
    });

    it('are taken back by one person: the page says so and has no figure any more', async () => {
      expect((await pressed(house, 'withdraw', 'editor')).status).toBe(303);
      await until(async () => (await shown()).includes('ont été retirés'));
      expect(await shown()).not.toMatch(/\d\u00a0%/u);
      expect(await shown('/results')).not.toContain('/results/sondage-paix');
      expect((await pressed(house, 'withdraw', 'editor', { seen: 'x' })).status).toBe(409);
    });
  });

  it('U12: what was denied is a page of its own, with its source; what was taken back is not on it', async () => {
    const page = await (await house.ask('/claims')).text();
    expect(page).toContain('Le couvre-feu n’est pas levé');
    expect(page).toContain('href="/updates/ML-2026-0001"');
    expect(page).not.toContain('La route de Gao est ouverte');
  });

  it('T5: the page about Benkan says every rule of retention there is, and the words of consent', async () => {
    const page = await (await house.ask('/about')).text();
    const rules = house.running.house.capabilities.flatMap(({ collections }) => collections);
    expect(rules.length).toBeGreaterThan(30);
    expect(page.match(/<th scope="row"/gu)?.length).toBeGreaterThanOrEqual(rules.length);
    expect(page).toContain('Tes réponses aux sondages</th><td>2 ans');
    // Only what is the reader's own stays as long as they want.
    expect(page).toContain('Comptes de l’équipe</th><td>tant que cela sert');
    expect(page).toContain('Ton abonnement aux nouvelles</th><td>tant que tu le veux');
    // A collection without a name of its own would stand there as it is called in the code.
    expect(page.match(/<th scope="row"[^>]*>[a-z_]+<\/th>/gu)).toBeNull();
    for (const lang of ['', '?lang=bm']) {
      const said = await (await house.ask(`/about${lang}`)).text();
      expect(said).toContain(lang === '' ? 'Pour arrêter, écris « stop »' : '« a dabila » sɛbɛn');
      expect(said).toContain('SMS');
    }
  });

  describe('W12: pages that were read, without a network', () => {
    it('are shown as the copies they are, and never in the place of what stands there now', async () => {
      const line = await openLine(house.url);
      const context = await browser.newContext();
      const page = await context.newPage();
      const shown = (): Promise<string> => page.locator('main').innerText();
      const looked = async (path: string): Promise<string> => {
        await page.goto(line.url + path);
        return shown();
      };
      await looked('/claims');
      // The worker comes after the first page, and keeps it all the same.
      await until(async () => (await keptIn(page)).some((url) => url.endsWith('/claims')));
      await looked('/claims?lang=bm');
      await looked('/updates/ML-2026-0001');
      await until(async () => (await keptIn(page)).some((url) => url.endsWith('ML-2026-0001')));
      expect(await page.locator('[role=status]').count()).toBe(0);
      await looked('/');
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
      await line.cut();
      for (const path of ['/claims', '/claims?lang=bm', '/updates/ML-2026-0001']) {
        expect(await looked(path)).toMatch(/Pas de réseau : ceci est une copie du \d+ \S+ 20\d\d/u);
        expect(await axe(page)).toEqual([]);
      }
      expect(await looked('/updates')).toContain('Cet appareil n’a pas encore lu cette page');
      for (const path of ['/', '/staff/sign-in']) {
        // A window of its own: the browser's page about the failure comes late, and would take the next one's place.
        const other = await context.newPage();
        await expect(other.goto(line.url + path)).rejects.toThrow('ERR_CONNECTION_REFUSED');
        await other.close();
      }
      const urls = await line
        .mend()
        .then(() => looked('/claims'))
        .then(() => keptIn(page));
      expect(urls.filter((url) => !/\/(?:assets|claims|updates)/u.test(url))).toEqual([]);
      // There is a network again: what stands there now is shown.
      expect(await shown()).not.toContain('Pas de réseau');
      await context.close();
      await line.close();
    });
  });

  it('U5: what is pasted or photographed at /verify is answered, without a script', async () => {
    const verify = async (what: Record<string, string | Blob>): Promise<string> => {
      const body = new FormData();
      for (const [name, value] of Object.entries(what)) body.append(name, value);
      const answer = await house.ask('/verify', { method: 'POST', body });
      return answer.status === 303 ? (answer.headers.get('location') ?? '') : answer.text();
    };
    expect(await verify({ message: 'verif ML-2026-0001' })).toBe('/verify/ML-2026-0001');
    expect(
      await verify({ message: 'Transféré\nLe couvre-feu n’est pas levé\nLe texte compte 106 articles.' }),
    ).toContain('ML-2026-0001');
    // A photograph of the code on a poster.
    const code = await toBuffer(`${house.url}/verify/ML-2026-0001`, {
      errorCorrectionLevel: 'M',
      width: 500,
    });
    expect(await verify({ image: new Blob([new Uint8Array(code)], { type: 'image/png' }) })).toMatch(
      /ML-2026-0001/u,
    );
    const bare = new Blob(['no picture'], { type: 'image/png' });
    expect(await verify({ image: bare })).toContain('Je ne peux pas lire cette image');
  });

  it('T13: what is hostile in a published item is words', async () => {
    const list = await (await house.ask('/updates')).text();
    expect(list).toContain(`&lt;img src=x onerror=alert(1)>${MARK}`);
  });
});
