import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { onItsChannel, type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { withWitnesses } from '../media/witnesses.ts';
import { bundleChat, launch } from '../web-chat/browser.ts';
import { eyes } from './gate/eye.ts';
import { findPages, type FoundSite } from './gate/found-pages.ts';
import { MARK, writeHostileThings } from './gate/hostile-citizens.ts';
import { doStaffWork } from './gate/staff-work.ts';
import { lettersNotShown } from './gate/letters.ts';
import { failures, gateTable, PUBLIC_BYTES } from './gate/limits.ts';
import { lookAt, type Looked } from './gate/look-at.ts';

jest.setTimeout(600_000);

/** Enough that every page has something to show; the whole campaign and the slow line are the trial's (W14). */
const PEOPLE = 40;
/** What nobody signed in sees. */
const OPEN = ['/', '/docs', '/staff/sign-in', '/staff/setup?token=none'];

describe('W14: every page of the matrix, in Chromium', () => {
  let house: WholeHouse;
  let browser: Browser;
  let site: FoundSite;
  beforeAll(async () => {
    house = await wholeHouse({ chatAssets: bundleChat(), prepare: [withWitnesses, onItsChannel] });
    const { campaign } = house.running.house.demo;
    const order = { people: PEOPLE, seed: 1, org: 'benkan', notLive: true };
    await (await campaign.load(order, new AbortController().signal)).ended;
    await writeHostileThings(house.running.house, 3);
    await doStaffWork(house);
    [browser, site] = await Promise.all([launch(), findPages(house, { each: 1, tried: 8 })]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('is reached by links from the others, and answers whoever follows them', () => {
    expect(site.lost).toEqual([]);
  });

  it('has no violation, nothing sideways, no complaint, nothing dead without scripts, and is light', async () => {
    const watching = eyes(browser, house);
    const looked: Looked[] = [];
    for (const { role, path, html } of site.pages) {
      const scheme = looked.length % 2 === 0 ? 'light' : 'dark';
      looked.push(await lookAt(await watching.as(role), { name: path, url: house.url + path, html }, scheme));
    }
    await watching.close();
    const wrong = looked.flatMap((page) => failures(page));
    process.stdout.write(`${gateTable(looked)}\n`);
    expect(wrong).toEqual([]);
  });

  it('so do the pages anybody sees, and the chat is lighter still', async () => {
    const strangers = eyes(browser, { ...house, cookies: { ...house.cookies, viewer: 'nobody=1' } });
    const eye = await strangers.as('viewer');
    for (const path of OPEN) {
      const answer = await house.ask(path, { headers: { accept: 'text/html' } });
      const looked = await lookAt(
        eye,
        { name: path, url: house.url + path, html: await answer.text() },
        'dark',
      );
      // The chat without scripts says what it needs; its form for that case is W13's.
      const own = path === '/' ? { ...looked, dead: [] } : looked;
      expect(failures(own, path === '/' ? PUBLIC_BYTES : undefined)).toEqual([]);
      expect([path, await lettersNotShown(eye.page)]).toEqual([path, []]);
    }
    await strangers.close();
  });

  it('W6: results by region stand on the map of regions, beside their table', () => {
    const survey = site.pages.find(({ route }) => route === '/surveys/:survey');
    expect(survey?.html).toMatch(/class="tiles" role="img" aria-label="[^"]*Kidal[^"]*Bamako/u);
  });

  it('T13: what a citizen writes is shown as they wrote it, and is nothing but words', () => {
    const showing = site.pages.filter(({ html }) => html.includes(MARK)).map(({ route }) => route);
    for (const route of ['/surveys/:survey/questions/:question/texts', '/inbox/:thread'])
      expect(showing).toContain(route);
  });
});
