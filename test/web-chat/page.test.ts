import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Router } from 'express';
import type { Browser, Page } from 'playwright-core';
import { chatPageRouter } from '../../src/web/public/index.ts';
import { axe, bundleChat, launch, sideways, watchedPage } from './browser.ts';
import { memoryMailbox } from './memory-mailbox.ts';
import { scriptedTalk } from './scripted-talk.ts';
import { type Site, startSite } from './site.ts';

/** Where the run keeps its screenshots (W14). */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots');
mkdirSync(SHOTS, { recursive: true });

const mailbox = memoryMailbox();
const talk = scriptedTalk();
let browser: Browser;
let beside: Router;
let site: Site;

beforeAll(async () => {
  browser = await launch();
  beside = Router().use(chatPageRouter({ assets: bundleChat() }));
  site = await serve();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function serve(port = 0): Promise<Site> {
  const served = await startSite({ mailbox, beside, port, receive: talk.hear });
  talk.serve(served);
  return served;
}

/** As a person reads them: French sets spaces that do not break. */
const bubbles = async (page: Page): Promise<string[]> =>
  (await page.locator('.bubble').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
const say = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Ton message').fill(text);
  await page.keyboard.press('Enter');
};
const choice = (page: Page, label: string) => page.getByRole('button', { name: label });

describe('W13: the chat page in Chromium', () => {
  it('L9: N’Ko runs from the right, beside words that do not', async () => {
    const { page, context } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').click();
    await say(page, 'ߊߟߎ߫ ߣߌ߫ ߗߋ߫');
    await page.locator('.row.me .bubble').nth(1).waitFor();
    const ways = await page
      .locator('.row.me .bubble')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    expect(ways).toEqual(['ltr', 'rtl']);
    await context.close();
  });

  it('greets, takes a tap and words, and says what became of each', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').click();
    await page.getByText('dialogue de paix').waitFor();
    expect(await choice(page, 'Bamanankan').count()).toBe(0);
    expect(await choice(page, '1 Oui, à la radio').count()).toBe(1);
    await choice(page, 'Oui').click();
    await say(page, 'Ségou <b>ɛɔɲŋ</b>');
    await page.getByText('C’est noté : Ségou').waitFor();
    expect((await bubbles(page)).slice(2)).toEqual([
      'Français',
      'Avez-vous entendu parler du dialogue de paix dans votre cercle ces trois derniers mois ?',
      'Oui, à la radio ou par un proche',
      'Merci. Dans quel cercle habitez-vous ?',
      'Ségou <b>ɛɔɲŋ</b>',
      'C’est noté : Ségou <b>ɛɔɲŋ</b>',
    ]);
    await page.locator('.row.me .meta', { hasText: 'envoyé' }).nth(2).waitFor();
    expect(await page.locator('.bubble b').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps the talk over a reload in the middle, and its open choices', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').click();
    await choice(page, 'Je ne suis pas sûr').waitFor();
    const before = await bubbles(page);
    const starts = talk.said.filter((words) => words === '/start').length;
    await page.reload();
    await choice(page, 'Je ne suis pas sûr').waitFor();
    expect(await bubbles(page)).toEqual(before);
    await choice(page, 'Je ne suis pas sûr').click();
    await page.getByText('C’est noté : #unsure').waitFor();
    expect(talk.said.filter((words) => words === '/start')).toHaveLength(starts);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('server gone and back: what was said in the meantime goes out once, in order', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    await site.stop();
    await say(page, 'un');
    await say(page, 'deux');
    await page.getByText('Pas de connexion').waitFor();
    expect(await page.locator('.meta', { hasText: 'envoi…' }).count()).toBe(2);
    await page.screenshot({ path: path.join(SHOTS, 'chat-360-offline.png') });
    site = await serve(site.port);
    await page.getByText('C’est noté : deux').waitFor({ timeout: 20_000 });
    await page
      .getByText('Pas de connexion')
      .waitFor({ state: 'detached' })
      .catch(() => undefined);
    expect(talk.said.slice(-2)).toEqual(['un', 'deux']);
    expect((await bubbles(page)).slice(-4).sort()).toEqual([
      'C’est noté : deux',
      'C’est noté : un',
      'deux',
      'un',
    ]);
    // What the browser itself says about a server that is gone is no fault of the page.
    expect(complaints.filter((line) => !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/.test(line))).toEqual([]);
    await context.close();
  });

  it('what waits on a dead line outlives a reload and goes out once', async () => {
    const { page, context } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
    await say(page, 'patience');
    await page.reload();
    await page.getByText('Pas de connexion').waitFor();
    expect((await bubbles(page)).at(-1)).toBe('patience');
    await page.unroute('**/api/**');
    await page.getByText('C’est noté : patience').waitFor();
    expect(talk.said.filter((words) => words === 'patience')).toHaveLength(1);
    await context.close();
  });

  it('an answer lost on the way back: the message is sent again under its id and heard once', async () => {
    const { page, context } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    const ids: string[] = [];
    let lose = true;
    await page.route('**/api/chat/messages', async (route) => {
      ids.push((JSON.parse(route.request().postData() ?? '{}') as { id: string }).id);
      if (!lose) return route.continue();
      lose = false;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await say(page, 'une fois');
    await page.locator('.row.me .meta', { hasText: 'envoyé' }).waitFor();
    await page.getByText('C’est noté : une fois').waitFor();
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(talk.said.filter((words) => words === 'une fois')).toHaveLength(1);
    expect((await bubbles(page)).filter((text) => text === 'C’est noté : une fois')).toHaveLength(1);
    await context.close();
  });

  it('without event streams the page asks now and then', async () => {
    const { page, context } = await watchedPage(browser);
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'EventSource'));
    await page.goto(site.url);
    await choice(page, 'Français').click();
    await page.getByText('dialogue de paix').waitFor();
    await context.close();
  });

  it('without storage the chat works as long as the page is open', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      }),
    );
    await page.goto(site.url);
    await choice(page, 'Français').click();
    await page.getByText('dialogue de paix').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('two tabs show one talk, also what was said in the other', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    const second = await context.newPage();
    await second.goto(site.url);
    await second.getByText('Dans quelle langue').waitFor();
    await say(page, 'coucou');
    await second.getByText('C’est noté : coucou').waitFor();
    await page.getByText('C’est noté : coucou').waitFor();
    expect(await bubbles(second)).toEqual(await bubbles(page));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('erasing asks first, leaves nothing on the phone or in the other tab, and begins again only on wish', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    const second = await context.newPage();
    await second.goto(site.url);
    await choice(second, 'Français').waitFor();
    await page.getByRole('button', { name: 'Effacer de cet appareil' }).click();
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await bubbles(page)).toHaveLength(2);
    await page.getByRole('button', { name: 'Effacer de cet appareil' }).click();
    await page.screenshot({ path: path.join(SHOTS, 'chat-360-erase.png') });
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
    await page.getByText('est effacée de cet appareil').waitFor();
    await second.getByText('est effacée de cet appareil').waitFor();
    expect([await bubbles(page), await bubbles(second)]).toEqual([[], []]);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, 'chat-360-erased.png') });
    await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await choice(page, 'Français').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works by keyboard alone', async () => {
    const { page, context } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    await page.getByLabel('Ton message').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('dialogue de paix').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('log');
    await context.close();
  });
});

describe('W14: the gate', () => {
  it('at each width and in both schemes: no violation, no sideways scroll, a screenshot', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').click();
    await choice(page, 'Non').waitFor();
    await page.locator('.row.me .meta', { hasText: 'envoyé' }).waitFor();
    await page.locator('.dots').waitFor({ state: 'detached' });
    for (const [width, colorScheme] of [
      [320, 'light'],
      [360, 'light'],
      [360, 'dark'],
      [1280, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: width === 1280 ? 800 : 640 });
      const found = [width, colorScheme, await axe(page), await sideways(page)];
      expect(found).toEqual([width, colorScheme, [], 0]);
      await page.screenshot({ path: path.join(SHOTS, `chat-${width}-${colorScheme}.png`) });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('weighs at most 30 kB compressed, page, style and script together', async () => {
    const { page, context } = await watchedPage(browser);
    const sizes = new Map<string, number>();
    page.on('response', (response) => {
      if (response.url().includes('/api/')) return;
      void response
        .request()
        .sizes()
        .then(({ responseBodySize }) => sizes.set(new URL(response.url()).pathname, responseBodySize));
    });
    await page.goto(site.url, { waitUntil: 'load' });
    await choice(page, 'Français').waitFor();
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    process.stdout.write(
      `W14 chat page, bytes on the wire: ${JSON.stringify(Object.fromEntries(sizes))}, total ${total}\n`,
    );
    expect(sizes.size).toBe(3);
    expect(total).toBeLessThanOrEqual(30_000);
    await context.close();
  });

  it('T13: the policy allows no inline code and nothing from elsewhere; no cookie is set', async () => {
    const response = await fetch(site.url);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toMatch(/frame-ancestors 'self'$/);
    expect(response.headers.get('set-cookie')).toBeNull();
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|style=|\son\w+=|https?:/);
    for (const asset of html.match(/\/assets\/[\w.-]+/g) ?? [])
      for (const encoding of ['br', 'gzip', 'identity']) {
        const served = await fetch(site.url + asset, { headers: { 'Accept-Encoding': encoding } });
        expect(served.headers.get('cache-control')).toContain('immutable');
        expect((await served.text()).length).toBeGreaterThan(1000);
      }
  });

  it('C4: a site that is named may show the chat in a frame', async () => {
    const embedIn = ['https://radio.example'];
    const framed = await startSite({
      beside: Router().use(chatPageRouter({ assets: bundleChat(), embedIn })),
    });
    const policyOf = async (at: string) =>
      (await fetch(framed.url + at)).headers.get('content-security-policy');
    expect(await policyOf('/embed')).toMatch(/frame-ancestors 'self' https:\/\/radio\.example$/);
    expect(await policyOf('/')).toMatch(/frame-ancestors 'self'$/);
    await framed.stop();
  });
});
