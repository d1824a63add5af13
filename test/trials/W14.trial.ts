import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DEFAULT_PEOPLE, DEFAULT_SEED } from '../../src/capabilities/demo/sizes.ts';
import { onItsChannel, type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { eyes } from '../staff/gate/eye.ts';
import { findPages, type FoundSite } from '../staff/gate/found-pages.ts';
import { PAYLOADS, writeHostileThings } from '../staff/gate/hostile-citizens.ts';
import { unreached } from '../staff/gate/keyboard.ts';
import { failures, gateTable, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { type Eye, lookAt, type Looked } from '../staff/gate/look-at.ts';
import { doStaffWork } from '../staff/gate/staff-work.ts';
import { paintOf } from '../staff/gate/slow-line.ts';
import { missingWithoutScripts } from '../staff/gate/without-scripts.ts';
import { withWitnesses } from '../media/witnesses.ts';
import { bundleChat, launch } from '../web-chat/browser.ts';

jest.setTimeout(60 * 60_000);

/** Where the run keeps its screenshots. */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots', 'W14');
/** Only pages whose address fits, to look at one again: `ONLY=/staff/inbox npm run trial -- W14`. */
const ONLY = new RegExp(process.env['ONLY'] ?? '', 'u');
/** Pages of one kind. */
const EACH = Number(process.env['EACH'] ?? 2);
const OPEN = ['/', '/docs', '/staff/sign-in', '/staff/setup?token=none', '/staff/nowhere'];

/**
 * The gate over every page of the whole demonstration, several of a kind: both schemes, a slow line, by keyboard, with
 * and without scripts, a screenshot of each. The suite's short form is test/staff/gate.test.ts.
 */
describe('W14: the gate, in full', () => {
  let house: WholeHouse;
  let browser: Browser;
  let site: FoundSite;
  const looked: Looked[] = [];
  const wrong: string[] = [];

  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    house = await wholeHouse({ chatAssets: bundleChat(), prepare: [withWitnesses, onItsChannel] });
    const order = { people: DEFAULT_PEOPLE, seed: DEFAULT_SEED, org: 'benkan', notLive: true };
    await (await house.running.house.demo.campaign.load(order, new AbortController().signal)).ended;
    await writeHostileThings(house.running.house, PAYLOADS.length);
    await doStaffWork(house);
    browser = await launch();
    site = await findPages(house, { each: EACH, tried: 12 });
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const gate = async (eye: Eye, off: Eye, name: string, html: string | undefined, most?: number) => {
    const url = house.url + name;
    const light = await lookAt(eye, { name, url, html }, 'light');
    const stops = await unreached(eye.page);
    await shoot(eye, name, 'light');
    const dark = await lookAt(eye, { name, url, html }, 'dark');
    await shoot(eye, name, 'dark');
    const paint = await paintOf(eye, url);
    const missing = await missingWithoutScripts(eye.page, off.page, url);
    const whole = {
      ...light,
      paint,
      axe: [...light.axe, ...dark.axe],
      sideways: Math.max(light.sideways, dark.sideways),
      complaints: [...light.complaints, ...dark.complaints],
      dead: [...light.dead, ...missing, ...stops.map((stop) => `not reached by Tab: ${stop}`)],
    };
    // The chat without scripts says what it needs; its form for that case is W13's.
    const own = name === '/' ? { ...whole, dead: [] } : whole;
    looked.push(own);
    wrong.push(...failures(own, most));
  };

  it('every page of the matrix, and those for anybody', async () => {
    const [watching, unscripted] = [eyes(browser, house), eyes(browser, house, { javaScriptEnabled: false })];
    for (const { path: name, role, html } of site.pages.filter(({ path: name }) => ONLY.test(name)))
      await gate(await watching.as(role), await unscripted.as(role), name, html);
    await Promise.all([watching.close(), unscripted.close()]);

    const strangers = { ...house, cookies: { ...house.cookies, viewer: 'nobody=1' } };
    const [out, outOff] = [eyes(browser, strangers), eyes(browser, strangers, { javaScriptEnabled: false })];
    for (const name of OPEN.filter((name) => ONLY.test(name))) {
      const most = name === '/' ? PUBLIC_BYTES : undefined;
      await gate(await out.as('viewer'), await outOff.as('viewer'), name, undefined, most);
    }
    await Promise.all([out.close(), outOff.close()]);

    process.stdout.write(`${gateTable(looked)}\n`);
    process.stdout.write(`W14: files and streams: ${site.files.map(({ path: file }) => file).join(' ')}\n`);
    process.stdout.write(`W14: screenshots in ${SHOTS}\n`);
    expect([...site.lost, ...wrong]).toEqual([]);
  });

  async function shoot({ page }: Eye, name: string, scheme: string): Promise<void> {
    const file = name.replaceAll(/[^\w-]+/gu, '_').replace(/^_+|_+$/gu, '') || 'chat';
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({
        path: path.join(SHOTS, `${file.slice(0, 80)}-${String(width)}-${scheme}.png`),
        fullPage: true,
      });
    }
  }
});
