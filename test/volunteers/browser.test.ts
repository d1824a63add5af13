import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { signedInPage, withStyles } from '../staff/in-browser.ts';
import { launch } from '../web-chat/browser.ts';
import { buildForm, type EventsSite, eventsSite } from './events-site.ts';

describe('W14: the pages of activities in Chromium', () => {
  let desk: EventsSite;
  let browser: Browser;
  beforeAll(async () => {
    desk = await eventsSite();
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  const opened = async (javaScriptEnabled = true) => {
    const { cookie } = desk.members.organiser;
    const watched = await signedInPage(browser, { url: desk.site.url, cookie }, { javaScriptEnabled });
    await withStyles(watched.page, 'volunteers');
    return watched;
  };

  it('a form works without scripts, keeps what was typed, and a name is seen for a reason', async () => {
    const { page, context } = await opened(false);
    await page.goto(`${desk.site.url}/staff/events/new`);
    const typed = buildForm({ capacity: '0', title_fr: 'Grand match' });
    for (const field of ['title_fr', 'date', 'time', 'place', 'capacity'] as const)
      await page.locator(`[name=${field}]`).fill(typed[field]!);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    expect(await page.locator('#capacity-erreur').innerText()).toContain('de 1 à 1000');
    expect(await page.locator('[name=title_fr]').inputValue()).toBe('Grand match');
    expect(await page.locator('[name=time]').inputValue()).toBe('16:00');
    await page.locator('[name=capacity]').fill('5');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    expect(await page.locator('h1').innerText()).toBe('Grand match');
    expect(await page.getByText('Le brouillon est enregistré.').count()).toBe(1);
    await context.close();
  }, 240_000);
});
