import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Router } from 'express';
import type { Browser, Page } from 'playwright-core';
import { chatPageRouter } from '../../src/web/public/index.ts';
import { memoryLibrary } from '../media/memory-library.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { axe, bundleChat, launch, sideways, watchedPage } from './browser.ts';
import { type Site, startSite } from './site.ts';

/** Where the run keeps its screenshots (W14). */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots');
mkdirSync(SHOTS, { recursive: true });

const NEWS =
  'N° 12 · vérifié\nLe comité de suivi s’est réuni à Ségou le 14 novembre. Source : communiqué du comité.';
const media = memoryLibrary();
let browser: Browser;
let site: Site;
/** Recordings the next page is told of, in order. */
let told: string[] = [];
const long = media.add({ bytes: oggOpus({ seconds: 12, packetBytes: 55 }), seconds: 12 });
const other = media.add({ bytes: oggOpus({ seconds: 65, packetBytes: 40 }), seconds: 65 });
const short = media.add({ bytes: oggOpus({ seconds: 3 }), seconds: 3 });

beforeAll(async () => {
  browser = await launch();
  site = await startSite({
    media,
    beside: Router().use(chatPageRouter({ assets: bundleChat() })),
    async receive(message) {
      for (const [at, audio] of told.entries())
        await site.tell(message.address, NEWS, { id: `${message.id}-${at}`, audio: { media: audio } });
      return 'committed';
    },
  });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(recordings: string[]) {
  told = recordings;
  const watched = await watchedPage(browser);
  const fetched: string[] = [];
  watched.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/media')) fetched.push(pathname);
  });
  await watched.page.goto(site.url);
  await watched.page
    .locator('.player')
    .nth(recordings.length - 1)
    .waitFor();
  return { ...watched, fetched };
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const paused = (page: Page, at: number): Promise<boolean> =>
  page
    .locator('audio')
    .nth(at)
    .evaluate((sound) => (sound as unknown as { paused: boolean }).paused);

describe('C8, C14: a recording on the chat page', () => {
  it('says how long it lasts and what it weighs, and is not fetched before it is asked for', async () => {
    const { page, context, complaints, fetched } = await open([long, other]);
    expect(await button(page, /^Écouter 12 s · 3\d ko$/).count()).toBe(1);
    expect(await button(page, /^Écouter 1 min 05 s · \d+ ko$/).count()).toBe(1);
    await page.reload();
    await button(page, /^Écouter 12 s/).waitFor();
    await page.waitForTimeout(300);
    expect(fetched).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('plays, stops, plays to its end; a second one stops the first', async () => {
    const { page, context, complaints, fetched } = await open([long, other, short]);
    await button(page, /^Écouter 12 s/).click();
    await button(page, /^Pause 12 s/).waitFor();
    await page.waitForFunction(() => {
      const { document } = globalThis as unknown as {
        document: { querySelector(s: string): { value: number } };
      };
      return document.querySelector('.bar').value > 0;
    });
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, 'chat-360-playing.png') });
    await button(page, /^Écouter 1 min/).click();
    await button(page, /^Pause 1 min/).waitFor();
    await button(page, /^Écouter 12 s/).waitFor();
    expect([await paused(page, 0), await paused(page, 1)]).toEqual([true, false]);
    await button(page, /^Pause 1 min/).click();
    await button(page, /^Écouter 1 min/).waitFor();
    await button(page, /^Écouter 3 s/).click();
    await button(page, /^Pause 3 s/).waitFor();
    await button(page, /^Écouter 3 s/).waitFor();
    expect(new Set(fetched)).toEqual(new Set([`/media/${long}`, `/media/${other}`, `/media/${short}`]));
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('by keyboard alone', async () => {
    const { page, context } = await open([long]);
    await page.getByRole('log').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await button(page, /^Pause/).waitFor();
    await page.keyboard.press('Space');
    await button(page, /^Écouter/).waitFor();
    await context.close();
  });

  it('that was taken back says so, and the words stay; it is tried again on wish', async () => {
    const gone = media.add({ bytes: oggOpus({ seconds: 2 }) });
    const { page, context, fetched } = await open([gone]);
    media.drop(gone);
    await button(page, /^Écouter/).click();
    await page.getByText('Le son ne s’ouvre pas').waitFor();
    expect(await page.locator('.bubble').allInnerTexts()).toEqual([NEWS.replace(' :', '\u00a0:')]);
    expect(await axe(page)).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, 'chat-360-no-sound.png') });
    const before = fetched.length;
    await button(page, /^Écouter/).click();
    await page.getByText('Le son ne s’ouvre pas').waitFor();
    expect(fetched.length).toBeGreaterThan(before);
    await context.close();
  });

  it('is silent once the talk is erased', async () => {
    const { page, context } = await open([long]);
    const sound = await page.locator('audio').elementHandle();
    await button(page, /^Écouter/).click();
    await button(page, /^Pause/).waitFor();
    await button(page, 'Effacer de cet appareil').click();
    await button(page, 'Effacer').last().click();
    await page.getByText('est effacée de cet appareil').waitFor();
    expect(await sound.evaluate((element) => (element as unknown as { paused: boolean }).paused)).toBe(true);
    await context.close();
  });

  it('T13: an address of elsewhere, kept by another version of the page, is not played', async () => {
    const { page, context, fetched } = await open([long]);
    await page.evaluate(() => {
      const { localStorage } = globalThis as unknown as {
        localStorage: { getItem(key: string): string; setItem(key: string, value: string): void };
      };
      const kept = localStorage.getItem('benkan.talk');
      localStorage.setItem('benkan.talk', kept.replace(/"\/media\/[^"]+"/, '"https://example.org/a.ogg"'));
    });
    told = [];
    await page.reload();
    await page.waitForTimeout(300);
    expect(await page.locator('audio[src*="example"]').count()).toBe(0);
    expect(fetched).toEqual([]);
    await context.close();
  });

  it('W14: at each width and in both schemes: no violation, no sideways scroll, a screenshot', async () => {
    const { page, context, complaints } = await open([long, other]);
    for (const [width, colorScheme] of [
      [320, 'light'],
      [360, 'light'],
      [360, 'dark'],
      [1280, 'light'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 640 });
      const found = [width, colorScheme, await axe(page), await sideways(page)];
      expect(found).toEqual([width, colorScheme, [], 0]);
      const box = await button(page, /^Écouter 12 s/).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await page.screenshot({ path: path.join(SHOTS, `chat-audio-${width}-${colorScheme}.png`) });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
