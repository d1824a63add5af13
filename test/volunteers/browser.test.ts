import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { inspect, signedInPage, withStyles } from '../staff/in-browser.ts';
import { launch } from '../web-chat/browser.ts';
import { buildForm, type EventsSite, eventsSite } from './events-site.ts';

describe('W14: the pages of activities in Chromium', () => {
  let desk: EventsSite;
  let browser: Browser;
  beforeAll(async () => {
    desk = await eventsSite();
    browser = await launch();
  }, 60_000);
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
  const look = async (page: Page, url: string, name: string) => {
    await page.goto(`${desk.site.url}/staff${url}`);
    await inspect(page, `events-${name}`);
  };

  it('every page: no violation, no sideways scroll, no complaint', async () => {
    const { page, context, complaints } = await opened();
    await look(page, '/events', 'list-empty');
    const draft = await desk.create({ title_fr: 'Causerie', kind: 'sketch', auth_by: '', auth_day: '' });
    const full = await desk.create({ capacity: '3', date: '2026-11-28' });
    const other = await desk.create({
      title_fr: `Mobilisation à la gare routière de Sogoniko ${'a'.repeat(8)}`,
      kind: 'gare',
      date: '2026-11-28',
      time: '08:30',
    });
    for (const id of [full, other]) await desk.as('organiser', `/events/${id}/open`, { form: {} });
    await desk.as('organiser', `/events/${other}/cancel`, { form: {} });
    const people = [];
    for (let index = 0; index < 6; index += 1) {
      people.push(await desk.world.volunteer(index % 2 === 0 ? '18-24' : '25-35'));
      await desk.world.signUp(full, people[index]!);
    }
    await desk.world.cancel(full, people[1]!);
    for (const [url, name] of [
      ['/events', 'list'],
      ['/events?vue=past', 'list-past'],
      ['/events/calendar?mois=2026-11', 'month'],
      ['/events/new', 'new'],
      [`/events/${draft}`, 'draft'],
      [`/events/${full}`, 'full'],
      [`/events/${full}/cancel`, 'cancel'],
      [`/events/${full}/people/1`, 'reveal'],
      ['/guardians', 'guardians'],
    ] as const)
      await look(page, url, name);
    await context.close();
    expect(complaints).toEqual([]);
  }, 120_000);

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
  }, 60_000);
});
