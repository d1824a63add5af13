import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DEFAULT_SEED } from '../../src/capabilities/demo/sizes.ts';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { findPublicPages } from '../public/found-public.ts';
import { publishInEachState } from '../public/publish.ts';
import { eyes } from '../staff/gate/eye.ts';
import { unreached } from '../staff/gate/keyboard.ts';
import { failures, PAINT_MS, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { lettersNotShown } from '../staff/gate/letters.ts';
import { type Eye, lookAt, type Looked } from '../staff/gate/look-at.ts';
import { paintOf } from '../staff/gate/slow-line.ts';
import { missingWithoutScripts } from '../staff/gate/without-scripts.ts';
import { bundleChat, launch } from '../web-chat/browser.ts';

jest.setTimeout(30 * 60_000);

/** Where the run keeps its screenshots. */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots', 'W12');
/** Enough that every capability has something to show: results are published from thirty answers on. */
const PEOPLE = 120;
const EACH = Number(process.env['EACH'] ?? 3);
/** A page that takes longer hangs: it counts as failed, and a new window looks at the next one. */
const A_PAGE_MS = 120_000;
const REFUSED = ['/updates/ML-2026-0404', '/updates/ML-2026-0404?lang=bm'];

/** What the trial asks of a page beside the gate of all pages. */
interface Row extends Looked {
  /** What can be pressed or filled and is not reached by Tab. */
  unreached: string[];
}

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
  }, A_PAGE_MS);

  it('every page that a reader comes to', async () => {
    const { pages, lost } = await findPublicPages(house, EACH);
    let windows = await opened();
    const rows: Row[] = [];
    for (const name of ['/', ...pages.map((page) => page.path), ...REFUSED]) {
      const row = await within(A_PAGE_MS, lookedAt(windows, name)).catch(async (cause: unknown) => {
        void windows.close().catch(() => undefined);
        windows = await opened();
        return hung(name, cause);
      });
      rows.push(row);
    }
    await windows.close();
    process.stdout.write(`${table(rows)}\nW12: load ${load()}\n`);
    const unreachable = rows.flatMap(({ name, unreached: stops }) =>
      stops.map((stop) => `${name}: not reached by Tab: ${stop}`),
    );
    expect([...lost, ...rows.flatMap((row) => failures(row, PUBLIC_BYTES)), ...unreachable]).toEqual([]);
  });

  /** One window with scripts and one without. */
  async function opened(): Promise<Windows> {
    const strangers = { ...house, cookies: { ...house.cookies, viewer: 'nobody=1' } };
    const [open, unscripted] = [
      eyes(browser, strangers),
      eyes(browser, strangers, { javaScriptEnabled: false }),
    ];
    const [eye, off] = [await open.as('viewer'), await unscripted.as('viewer')];
    const close = async (): Promise<void> => {
      await Promise.all([open.close(), unscripted.close()]);
    };
    return { eye, off, close };
  }

  async function lookedAt({ eye, off }: Windows, name: string): Promise<Row> {
    const url = house.url + name;
    const html = name === '/' ? undefined : await (await house.ask(name)).text();
    const light = await lookAt(eye, { name, url, html }, 'light');
    const stops = await unreached(eye.page);
    const letters = await lettersNotShown(eye.page);
    await shoot(eye, name, 'light');
    const dark = await lookAt(eye, { name, url, html }, 'dark');
    await shoot(eye, name, 'dark');
    // The chat without scripts says what it needs; its form for that case is W13's.
    const missing = name === '/' ? [] : await missingWithoutScripts(eye.page, off.page, url);
    return {
      ...light,
      unreached: name === '/' ? [] : stops,
      paint: await paintOf(eye, url),
      axe: [...light.axe, ...dark.axe],
      sideways: Math.max(light.sideways, dark.sideways),
      complaints: [
        ...light.complaints,
        ...dark.complaints,
        ...letters.map((letter) => `not drawn: ${letter}`),
      ],
      dead: name === '/' ? [] : [...light.dead, ...missing],
    };
  }
});

interface Windows {
  eye: Eye;
  off: Eye;
  close(): Promise<void>;
}

async function shoot({ page }: Eye, name: string, scheme: string): Promise<void> {
  const file = name.replaceAll(/[^\w-]+/gu, '_').replace(/^_+|_+$/gu, '') || 'chat';
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const shot = path.join(SHOTS, `${file.slice(0, 80)}-${String(width)}-${scheme}.png`);
    await page.screenshot({ path: shot, fullPage: true });
  }
}

const hung = (name: string, cause: unknown): Row => ({
  ...{ name, bytes: 0, axe: [], sideways: 0, dead: [], crowded: [], unreached: [] },
  complaints: [`the look at it did not end: ${String(cause).split('\n')[0] ?? ''}`],
});

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const limit = pause(ms, undefined, { signal: late.signal }).then((): never => {
    throw new Error(`not after ${String(ms / 1000)} s`);
  });
  return Promise.race([work, limit]).finally(() => {
    late.abort();
    limit.catch(() => undefined);
  });
}

/** One line a page, the bounds under it. */
function table(rows: readonly Row[]): string {
  const lines = rows.map(({ name, bytes, paint, axe, complaints, sideways, dead, unreached: stops }) =>
    [
      (bytes / 1000).toFixed(1).padStart(7),
      (paint === undefined ? '–' : (paint / 1000).toFixed(2)).padStart(8),
      String(axe.length).padStart(5),
      String(complaints.length).padStart(9),
      String(sideways).padStart(10),
      (dead.length === 0 ? 'works' : `${String(dead.length)} dead`).padStart(17),
      (stops.length === 0 ? 'all' : `${String(stops.length)} not`).padStart(10),
      `  ${name}`,
    ].join(''),
  );
  const most = (of: readonly number[]): number => Math.max(0, ...of);
  const bytes = most(rows.map((row) => row.bytes)) / 1000;
  const paint = most(rows.map((row) => row.paint ?? 0)) / 1000;
  return [
    'W12: kB over the wire, first contentful paint in seconds (3G, a processor four times slower), rules of axe broken,',
    'errors of the console, pixels sideways, without scripts, reached by Tab',
    '     kB   paint  axe  console  sideways  without scripts  keyboard  page',
    ...lines,
    `W12: ${String(rows.length)} pages: at most ${bytes.toFixed(1)} kB of ${String(PUBLIC_BYTES / 1000)}, first paint after at most ${paint.toFixed(2)} s of ${String(PAINT_MS / 1000)}`,
  ].join('\n');
}

const load = (): string =>
  os
    .loadavg()
    .map((of) => of.toFixed(1))
    .join(' ');
