import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { withAssets } from '../inbox-pages/inbox-site.ts';
import { inspect, signedInPage, withStyles } from '../staff/in-browser.ts';
import { member, openSite, type Site } from '../staff/site.ts';
import { launch, sideways } from '../web-chat/browser.ts';
import { COUNTS, flowPages, ORG } from './flow-pages.ts';

const SHEETS = {
  'flow-map': 'src/capabilities/flows/map/map.css',
  'flow-publishing': 'src/capabilities/flows/publishing/pages/publishing.css',
};

describe('W14: the pages about flows in Chromium', () => {
  let site: Site;
  let browser: Browser;
  let cookie: string;
  beforeAll(async () => {
    site = await openSite(flowPages(COUNTS));
    ({ cookie } = await member(site, 'editor', 'Awa', ORG));
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const opened = async (javaScriptEnabled: boolean) => {
    const watched = await signedInPage(browser, { url: site.url, cookie }, { javaScriptEnabled });
    await withStyles(watched.page, 'flows');
    for (const [name, file] of Object.entries(SHEETS))
      await watched.page.route(`**/assets/${name}*`, (route) =>
        route.fulfill({ contentType: 'text/css', body: readFileSync(file, 'utf8') }),
      );
    return watched;
  };

  it('the map scrolls in its frame, the page does not', async () => {
    const { page, context, complaints } = await opened(true);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${site.url}/staff/flows/volontaire`);
    const hidden = await page.evaluate<number>(
      "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.map-box'))",
    );
    expect(hidden).toBeGreaterThan(300);
    expect(await sideways(page)).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('W13, F9: a flow is played without scripts: buttons, words, the clock', async () => {
    const { page, context } = await opened(false);
    await page.goto(`${site.url}/staff/flows/sondage-paix`);
    await page.getByRole('link', { name: 'Essayer ce parcours' }).click();
    await page.getByRole('button', { name: "L'eau" }).click();
    await page.getByLabel('Votre réponse').fill('vingt-cinq');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.getByRole('button', { name: 'Avancer de 25' }).click();
    const log = page.getByRole('log');
    expect(await log.innerText()).toMatch(/L'eau[\s\S]*vingt-cinq[\s\S]*25\s*h ont passé/u);
    expect(await page.locator('.inside').innerText()).toMatch(/age\s*25/u);
    await page.getByRole('button', { name: 'Recommencer' }).click();
    expect(await log.innerText()).not.toContain('vingt-cinq');
    await context.close();
  });

  it('W13, W14: with scripts the log stays where it is and grows; no violation, nothing sideways, no complaint', async () => {
    const { page, context, complaints } = await opened(true);
    await withAssets(page);
    await page.goto(`${site.url}/staff/flows/sondage-paix/play`);
    await page.evaluate("window.log = document.querySelector('[role=log] .talk-bot')");
    await page.getByRole('button', { name: "L'eau" }).click();
    await page.getByRole('log').getByText('Tu as quel âge').first().waitFor();
    await page.getByLabel('Votre réponse').fill('douze ans');
    await page.keyboard.press('Enter');
    await page.locator('.inside').getByText('prend « then »').first().waitFor();
    expect(await page.evaluate('document.contains(window.log)')).toBe(true);
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('');
    await page.getByLabel('Montrer comme').selectOption('whatsapp-cloud');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await page.locator('.shown-list').first().waitFor();
    await inspect(page, 'simulator');
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);
});
