import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { eyes } from '../staff/gate/eye.ts';
import { MARK } from '../staff/gate/hostile-citizens.ts';
import { lettersNotShown } from '../staff/gate/letters.ts';
import { failures, gateTable, PUBLIC_BYTES } from '../staff/gate/limits.ts';
import { lookAt, type Looked } from '../staff/gate/look-at.ts';
import { launch } from '../web-chat/browser.ts';
import { type FoundPublic, findPublicPages } from './found-public.ts';
import { publishInEachState } from './publish.ts';

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

  it('T13: what is hostile in a published item is words', async () => {
    const list = await (await house.ask('/updates')).text();
    expect(list).toContain(`&lt;img src=x onerror=alert(1)>${MARK}`);
  });
});
