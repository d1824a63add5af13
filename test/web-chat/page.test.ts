import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Router } from 'express';
import type { Browser, Page } from 'playwright-core';
import { chatPageRouter } from '../../src/web/public/index.ts';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { until } from '../channels/until.ts';
import { badLine, drawn } from './bad-line.ts';
import { axe, bundleChat, launch, sideways, watchedPage } from './browser.ts';
import { formOf } from './form-visitor.ts';
import { memoryMailbox } from './memory-mailbox.ts';
import { scriptedTalk } from './scripted-talk.ts';
import { type Site, startSite } from './site.ts';
import { surveyInBambara } from './survey-in-bambara.ts';

jest.setTimeout(180_000);

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

describe('W13: a talk in Bambara, from the language to the end of a survey, at 360 px', () => {
  let house: WholeHouse;
  beforeAll(async () => {
    house = await wholeHouse({ chatAssets: bundleChat() });
  });
  afterAll(() => house.close());

  const shoot = (page: Page, name: string) =>
    page.screenshot({ path: path.join(SHOTS, `chat-360-bambara-${name}.png`) });

  it('with scripts: the page speaks Bambara around it, and a button leads on at its end', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(house.url);
    let seen = 0;
    await page.locator('.row.bot').first().waitFor();
    const said = await surveyInBambara(page, async () => {
      // The person's own, and at least one answer after it.
      await page.waitForFunction(newBubbles, seen);
      seen = await page.locator('.row').count();
    });
    expect(said.at(-1)).toMatch(/I ni ce/);
    expect(await page.evaluate('document.documentElement.lang')).toBe('bm');
    expect(await page.getByRole('link', { name: 'Kibaruyaw' }).getAttribute('href')).toBe('/updates?lang=bm');
    expect(await page.getByLabel('I ka cikan').count()).toBe(1);
    expect(await page.locator('.row.me .meta').last().innerText()).toContain('a cira');
    expect(await page.locator('.choices button').count()).toBeGreaterThan(0);
    expect([await axe(page), await sideways(page)]).toEqual([[], 0]);
    await shoot(page, 'scripts');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('without scripts: the same talk by the form', async () => {
    const { page, context, complaints } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(house.url);
    expect([await page.locator('#composer').isVisible(), await sideways(page)]).toEqual([false, 0]);
    await page.screenshot({ path: path.join(SHOTS, 'chat-360-home-no-scripts.png') });
    await page.getByRole('button', { name: 'Commencer' }).click();
    const said = await surveyInBambara(page, async () => {
      const again = page.getByRole('link', { name: /Regarder la réponse|Jaabi filɛ/ });
      for (let look = 0; look < 10 && (await again.count()) > 0; look += 1) await again.click();
    });
    expect(said.at(-1)).toMatch(/I ni ce/);
    expect(await page.locator('html').getAttribute('lang')).toBe('bm');
    expect(await page.getByRole('button', { name: 'A ci', exact: true }).count()).toBe(1);
    expect(await page.locator('.choices button').count()).toBeGreaterThan(0);
    await shoot(page, 'form');
    // What looks at a page is a script too: the same page, which has none of its own, in a browser that runs some.
    const eye = await watchedPage(browser, { storageState: await context.storageState() });
    await eye.page.goto(`${house.url}/chat`);
    for (const [width, colorScheme] of [
      [360, 'light'],
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      await eye.page.emulateMedia({ colorScheme });
      await eye.page.setViewportSize({ width, height: 800 });
      expect([width, await axe(eye.page), await sideways(eye.page)]).toEqual([width, [], 0]);
      const shot = path.join(SHOTS, `chat-form-${width}-${colorScheme}.png`);
      await eye.page.screenshot({ path: shot, fullPage: true });
    }
    expect(eye.complaints).toEqual([]);
    await eye.context.close();
    const cookies = await context.cookies();
    expect(cookies.map(({ name, path: at }) => [name, at])).toEqual([['benkan-chat', '/chat']]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('W14: the form by keyboard alone, and the ways to the public pages', async () => {
    const { page, context } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(house.url);
    const ways = house.running.house.capabilities
      .flatMap(({ publicRoutes }) => publicRoutes ?? [])
      .flatMap(({ path: at, nav }) => (nav === undefined ? [] : [at]));
    const links = await page
      .locator('nav a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect([...links].sort()).toEqual([...ways].sort());
    const pressed = async (name: RegExp): Promise<void> => {
      const focused = 'document.activeElement.matches("button") ? document.activeElement.textContent : ""';
      for (let stop = 0; stop < 40 && !name.test(String(await page.evaluate(focused))); stop += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    };
    await pressed(/Commencer/);
    await page.getByText('I ka kan sugandi').waitFor();
    await pressed(/Français/);
    await page.locator('.row.me').waitFor();
    await context.close();
  });
});

/** More rows than before, the last of them the bot's, and nothing on its way. */
function newBubbles(before: number): boolean {
  const { document } = globalThis as unknown as {
    document: { querySelectorAll(of: string): { length: number; [at: number]: { className: string } } };
  };
  const rows = document.querySelectorAll('.row');
  return rows.length > before + 1 && rows[rows.length - 1]?.className === 'row bot';
}

describe('W13: what happens to phones', () => {
  it('3G with 5 % loss and thirty cuts in one talk: nothing is lost, nothing doubled', async () => {
    const chance = drawn(13);
    const line = await badLine(site.port, { latencyMs: 60, loss: 0.05, againMs: 400, chance });
    const { page, context } = await watchedPage(browser);
    await page.goto(line.url);
    await choice(page, 'Français').waitFor({ timeout: 60_000 });
    const words = Array.from({ length: 15 }, (_, at) => `parole-${at}-`);
    let broken = 0;
    for (const word of words) {
      await say(page, word);
      for (let cut = 0; cut < 2; cut += 1) {
        await new Promise((resolve) => setTimeout(resolve, chance() * 300));
        line.cut();
        broken += 1;
      }
    }
    await until(
      async () => (await page.locator('.row.bot .bubble', { hasText: 'parole-' }).count()) === words.length,
      () => talk.said.slice(-15),
      120_000,
    );
    expect(broken).toBe(30);
    expect(talk.said.filter((said) => said.startsWith('parole-'))).toEqual(words);
    const shown = (await bubbles(page)).filter((text) => text.includes('parole-'));
    expect([...shown].sort()).toEqual([...words, ...words.map((word) => `C’est noté : ${word}`)].sort());
    await page.reload();
    expect((await bubbles(page)).filter((text) => text.includes('parole-'))).toHaveLength(shown.length);
    await context.close();
    await line.stop();
  });

  it('two tabs opened at once greet one person once, and neither takes a word from the other', async () => {
    const { page, context } = await watchedPage(browser);
    const second = await context.newPage();
    await Promise.all([page.goto(site.url), second.goto(site.url)]);
    await Promise.all([choice(page, 'Français').waitFor(), choice(second, 'Français').waitFor()]);
    await Promise.all([say(page, 'de-la-une'), say(second, 'de-la-deux')]);
    for (const tab of [page, second])
      for (const text of ['C’est noté : de-la-une', 'C’est noté : de-la-deux'])
        await tab.getByText(text).waitFor();
    await until(
      async () => [...(await bubbles(page))].sort().join() === [...(await bubbles(second))].sort().join(),
    );
    await page.reload();
    const all = await bubbles(page);
    expect(all.filter((text) => /de-la/.test(text)).sort()).toEqual([
      'C’est noté : de-la-deux',
      'C’est noté : de-la-une',
      'de-la-deux',
      'de-la-une',
    ]);
    expect(all.filter((text) => text.startsWith('Dans quelle langue'))).toHaveLength(1);
    await context.close();
  });

  it('a browser without modules has the form; so has one that lacks a part of the chat, at once', async () => {
    const { page, context } = await watchedPage(browser);
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'HTMLDialogElement', { value: undefined });
    });
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Commencer' }).waitFor();
    expect(await page.locator('#composer').isVisible()).toBe(false);
    expect(await (await fetch(site.url)).text()).toMatch(/<script type="module" src="[^"]+"[^>]*><\/script>/);
    await context.close();
  });

  it('a script that does not come leaves the form, after a moment', async () => {
    const { page, context } = await watchedPage(browser);
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Commencer' }).waitFor();
    await context.close();
  });

  it('a megabyte pasted is cut, and a word says so', async () => {
    const { page, context } = await watchedPage(browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    await page.evaluate("navigator.clipboard.writeText('ɲ'.repeat(500000))");
    await page.getByLabel('Ton message').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByText('C’est trop long : 4 096 signes au plus').waitFor();
    expect(await page.getByLabel('Ton message').inputValue()).toHaveLength(4096);
    await context.close();
  });

  it('a long answer is read from its beginning; « and » stay with their words', async () => {
    const { page, context } = await watchedPage(browser);
    await page.goto(site.url);
    await choice(page, 'Français').waitFor();
    await say(page, 'mot '.repeat(900).trim());
    const long = page.locator('.row.bot .bubble').last();
    await page.getByText('C’est noté : mot').waitFor();
    const [log, box] = [await page.locator('#log').boundingBox(), await long.boundingBox()];
    expect(box?.height).toBeGreaterThan(log?.height ?? 0);
    expect(Math.abs((box?.y ?? 0) - (log?.y ?? 0))).toBeLessThan(40);
    await say(page, 'écris « stop » ?');
    await page.getByText('C’est noté : écris').waitFor();
    expect(await page.locator('.row.me .bubble').last().innerText()).toBe('écris «\u00a0stop\u00a0»\u00a0?');
    await context.close();
  });
});

describe('C4: the chat in somebody else’s page', () => {
  let outer: { url: string; stop(): Promise<void> };
  let embedded: Site;
  /** The name by which the page around it reaches the chat. */
  let inner = 'localhost';
  beforeAll(async () => {
    outer = await servePage(
      () =>
        `<!doctype html><title>Radio</title><h1>Radio</h1><iframe id="chat" title="Benkan" src="${embedded.url.replace('127.0.0.1', inner)}/embed" width="340" height="560"></iframe>`,
    );
    const own = Router();
    embedded = await startSite({ beside: own, receive: talk.hear, mailbox });
    own.use(chatPageRouter({ assets: bundleChat(), embedIn: [outer.url] }), formOf(embedded));
  });
  afterAll(async () => {
    await outer.stop();
    await embedded.stop();
  });

  it('works there; where the browser keeps nothing for frames of other sites it says so, once', async () => {
    talk.serve(embedded);
    // Chromium refuses its storage to a site within another one; 127.0.0.1 on two ports is one site.
    for (const refused of [true, false]) {
      inner = refused ? 'localhost' : '127.0.0.1';
      const { page, context } = await watchedPage(browser);
      await page.goto(outer.url);
      const frame = page.frameLocator('#chat');
      await frame.getByRole('button', { name: 'Français' }).click();
      await frame.getByText('dialogue de paix').waitFor();
      expect(await frame.getByText('Ce navigateur ne garde rien').count()).toBe(refused ? 1 : 0);
      await page.screenshot({ path: path.join(SHOTS, `chat-embedded${refused ? '-nothing-kept' : ''}.png`) });
      await context.close();
    }
    inner = 'localhost';
    talk.serve(site);
  });

  it('the page around it reads nothing of it, says nothing in its name, and sends it nothing', async () => {
    talk.serve(embedded);
    const { page, context } = await watchedPage(browser);
    await page.goto(outer.url);
    await page.frameLocator('#chat').getByRole('button', { name: 'Français' }).waitFor();
    const heard = embedded.heard.length;
    const tried = await page.evaluate(
      async (url) => {
        const { document, fetch: ask } = globalThis as unknown as {
          document: {
            getElementById(id: string): { contentWindow: Record<string, unknown>; contentDocument: unknown };
          };
          fetch: typeof fetch;
        };
        const { contentWindow: within, contentDocument } = document.getElementById('chat');
        const outcome = (act: () => unknown): string => {
          try {
            return String(act());
          } catch (cause) {
            return (cause as Error).name;
          }
        };
        (within['postMessage'] as (message: unknown, to: string) => void)({ say: 'stop' }, '*');
        const over = async (path: string, how: RequestInit): Promise<string> => {
          try {
            const answer = await ask(url + path, how);
            return `${answer.type} ${String(answer.status)}`;
          } catch (cause) {
            return (cause as Error).name;
          }
        };
        return {
          document: String(contentDocument),
          storage: outcome(() => within['localStorage']),
          words: outcome(() => within['document']),
          opened: await over('/api/chat', { method: 'POST' }),
          read: await over('/embed', { credentials: 'include' }),
          json: await over('/api/chat/messages', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${'a'.repeat(43)}` },
            body: '{"id":"x","say":"stop"}',
          }),
          form: await over('/chat', {
            method: 'POST',
            mode: 'no-cors',
            body: new URLSearchParams({ say: 'stop' }),
          }),
        };
      },
      embedded.url.replace('127.0.0.1', 'localhost'),
    );
    expect(tried).toEqual({
      document: 'null',
      storage: 'SecurityError',
      words: 'SecurityError',
      opened: 'TypeError',
      read: 'TypeError',
      json: 'TypeError',
      form: 'opaque 0',
    });
    expect(embedded.heard.length).toBe(heard);
    await context.close();
    talk.serve(site);
  });

  it('a site that is not named shows nothing of it', async () => {
    const other = await servePage(
      () => `<!doctype html><iframe id="chat" src="${embedded.url}/embed"></iframe>`,
    );
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto(other.url);
    await until(
      () => complaints.some((line) => /frame-ancestors/.test(line)),
      () => complaints,
    );
    expect(page.frames().some((frame) => frame.url().includes('/embed') && frame.name() !== '')).toBe(false);
    await context.close();
    await other.stop();
  });

  it('without scripts the form opens beside it, where its cookie is its own', async () => {
    talk.serve(embedded);
    const { page, context } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(outer.url);
    const opened = context.waitForEvent('page');
    await page.frameLocator('#chat').getByRole('button', { name: 'Commencer' }).click();
    const beside = await opened;
    await beside.getByText('Dans quelle langue').waitFor();
    await beside.getByRole('button', { name: 'Français' }).click();
    await beside.getByText('dialogue de paix').waitFor();
    await context.close();
    talk.serve(site);
  });
});

/** A page of somebody else, on an origin of its own. */
async function servePage(html: () => string): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
