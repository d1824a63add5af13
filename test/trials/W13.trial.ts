import os from 'node:os';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { eyes } from '../staff/gate/eye.ts';
import { unreached } from '../staff/gate/keyboard.ts';
import { failures, gateTable, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { lookAt, type Looked } from '../staff/gate/look-at.ts';
import { paintOf } from '../staff/gate/slow-line.ts';
import { bundleChat, launch } from '../web-chat/browser.ts';
import { formVisitor } from '../web-chat/form-visitor.ts';

jest.setTimeout(10 * 60_000);

const PAGES = ['/', '/?lang=bm', '/embed', '/chat'];

let house: WholeHouse;
let browser: Browser;
beforeAll(async () => {
  house = await wholeHouse({ chatAssets: bundleChat() });
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

it('W13: the chat with its script and as a form: bytes, first paint on 3G with a slow processor, axe, keyboard', async () => {
  const visitor = formVisitor(house.url);
  await visitor.post({});
  await visitor.post({ say: 'Bamanankan' });
  const open = eyes(browser, { ...house, cookies: { ...house.cookies, viewer: 'nobody=1' } });
  const eye = await open.as('viewer');
  const [name = '', value = ''] = (visitor.cookie ?? '').split('=');
  await eye.page.context().addCookies([{ name, value, url: `${house.url}/chat` }]);
  const rows: Looked[] = [];
  for (const path of PAGES) {
    const url = house.url + path;
    const light = await lookAt(eye, { name: path, url, html: undefined }, 'light');
    const stops = await unreached(eye.page);
    const dark = await lookAt(eye, { name: path, url, html: undefined }, 'dark');
    rows.push({
      ...light,
      paint: await paintOf(eye, url),
      axe: [...light.axe, ...dark.axe],
      sideways: Math.max(light.sideways, dark.sideways),
      complaints: [...light.complaints, ...dark.complaints],
      // What the script put on the page is only asked to be reached; that the form works without is its own test.
      dead: path === '/chat' ? light.dead : stops.map((stop) => `not reached by Tab: ${stop}`),
    });
  }
  await open.close();
  process.stdout.write(
    `${gateTable(rows).replaceAll('W14', 'W13')}\nW13: load ${os.loadavg()[0]?.toFixed(1) ?? ''}\n`,
  );
  expect(rows.flatMap((row) => failures(row, PUBLIC_BYTES))).toEqual([]);
});
