import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DEFAULT_SEED } from '../../src/capabilities/demo/sizes.ts';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { findPublicPages } from '../public/found-public.ts';
import { publishInEachState } from '../public/publish.ts';
import { eyes } from '../staff/gate/eye.ts';
import { unreached } from '../staff/gate/keyboard.ts';
import { failures, gateTable, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { lettersNotShown } from '../staff/gate/letters.ts';
import { lookAt, type Looked } from '../staff/gate/look-at.ts';
import { paintOf } from '../staff/gate/slow-line.ts';
import { missingWithoutScripts } from '../staff/gate/without-scripts.ts';
import { bundleChat, launch } from '../web-chat/browser.ts';

jest.setTimeout(30 * 60_000);

/** Where the run keeps its screenshots. */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots', 'W12');
/** Enough that every capability has something to show. */
const PEOPLE = 40;
const EACH = Number(process.env['EACH'] ?? 3);
const REFUSED = ['/updates/ML-2026-0404', '/updates/ML-2026-0404?lang=bm'];

/** All public pages, both languages and schemes, a slow line, by keyboard, with and without scripts, kept as pictures. */
describe('W12: the public pages, in full', () => {
  let house: WholeHouse;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    house = await wholeHouse({ chatAssets: bundleChat() });
    const order = { people: PEOPLE, seed: DEFAULT_SEED, org: 'benkan', notLive: true };
    await (await house.running.house.demo.campaign.load(order, new AbortController().signal)).ended;
    await publishInEachState(house);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('every page that a reader comes to', async () => {
    const { pages, lost } = await findPublicPages(house, EACH);
    const strangers = { ...house, cookies: { ...house.cookies, viewer: 'nobody=1' } };
    const [open, unscripted] = [
      eyes(browser, strangers),
      eyes(browser, strangers, { javaScriptEnabled: false }),
    ];
    const [eye, off] = [await open.as('viewer'), await unscripted.as('viewer')];
    const looked: Looked[] = [];
    for (const name of ['/', ...pages.map((page) => page.path), ...REFUSED]) {
      const url = house.url + name;
      const html = name === '/' ? undefined : await (await house.ask(name)).text();
      const light = await lookAt(eye, { name, url, html }, 'light');
      const stops = await unreached(eye.page);
      const letters = await lettersNotShown(eye.page);
      await shoot(name, 'light');
      const dark = await lookAt(eye, { name, url, html }, 'dark');
      await shoot(name, 'dark');
      const missing = name === '/' ? [] : await missingWithoutScripts(eye.page, off.page, url);
      looked.push({
        ...light,
        paint: await paintOf(eye, url),
        axe: [...light.axe, ...dark.axe],
        sideways: Math.max(light.sideways, dark.sideways),
        complaints: [
          ...light.complaints,
          ...dark.complaints,
          ...letters.map((letter) => `not drawn: ${letter}`),
        ],
        // The chat without scripts says what it needs; its form for that case is W13's.
        dead:
          name === '/'
            ? []
            : [...light.dead, ...missing, ...stops.map((stop) => `not reached by Tab: ${stop}`)],
      });
    }
    await Promise.all([open.close(), unscripted.close()]);
    process.stdout.write(`${gateTable(looked).replaceAll('W14', 'W12')}\nW12: screenshots in ${SHOTS}\n`);
    expect([...lost, ...looked.flatMap((page) => failures(page, PUBLIC_BYTES))]).toEqual([]);

    async function shoot(name: string, scheme: string): Promise<void> {
      const file = name.replaceAll(/[^\w-]+/gu, '_').replace(/^_+|_+$/gu, '') || 'chat';
      for (const width of [360, 1280]) {
        await eye.page.setViewportSize({ width, height: 800 });
        const shot = path.join(SHOTS, `${file.slice(0, 80)}-${String(width)}-${scheme}.png`);
        await eye.page.screenshot({ path: shot, fullPage: true });
      }
    }
  });
});
