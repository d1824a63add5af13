import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { eyes } from '../staff/gate/eye.ts';
import { MARK } from '../staff/gate/hostile-citizens.ts';
import { lettersNotShown } from '../staff/gate/letters.ts';
import { failures, gateTable, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { lookAt, type Looked } from '../staff/gate/look-at.ts';
import { until } from '../channels/until.ts';
import { launch } from '../web-chat/browser.ts';
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
    await strangers.close();
    process.stdout.write(`${gateTable(looked).replaceAll('W14', 'W12')}\n`);
    expect([...letters, ...looked.flatMap((page) => failures(page, PUBLIC_BYTES))]).toEqual([]);
  });

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
      expect(await shown('/results')).toContain('href="/results/sondage-paix"');
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

  it('T13: what is hostile in a published item is words', async () => {
    const list = await (await house.ask('/updates')).text();
    expect(list).toContain(`&lt;img src=x onerror=alert(1)>${MARK}`);
  });
});
