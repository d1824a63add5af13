import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { axe, launch, sideways, watchedPage } from '../web-chat/browser.ts';

/** Where the run keeps its screenshots (W14). */
const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots');

describe('W14: accounts, audit and the description of the API in Chromium', () => {
  let house: WholeHouse;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    house = await wholeHouse();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const inspect = async (page: Page, name: string) => {
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 360],
      ['light', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([name, width, await axe(page), await sideways(page)]).toEqual([name, width, [], 0]);
      await page.screenshot({ path: path.join(SHOTS, `admin-${name}-${String(width)}.png`), fullPage: true });
    }
  };
  const opened = async () => {
    const watched = await watchedPage(browser);
    const [name, value] = house.cookies.admin.split('=');
    const cookie = { name: name!, value: value!, domain: '127.0.0.1', path: '/', secure: true };
    await watched.context.addCookies([cookie]);
    return watched;
  };
  const press = (page: Page, label: string) => page.getByRole('button', { name: label }).click();

  it('W11: from the list of accounts to one, to new credentials, and to what of it is in the audit', async () => {
    const { page, context, complaints } = await opened();
    await page.goto(`${house.url}/staff/accounts`);
    await inspect(page, 'accounts');
    await page.getByLabel('Adresse e-mail').fill('moussa@example.org');
    await page.getByLabel('Nom', { exact: true }).fill('Moussa Keïta');
    await page.getByLabel('Rôle', { exact: true }).and(page.locator('select')).selectOption('Rédaction');
    await press(page, 'Créer le compte');
    await page.getByRole('heading', { name: 'Accès à remettre' }).waitFor();
    await inspect(page, 'credentials');
    await page.getByRole('link', { name: 'Tous les comptes' }).click();
    await page.getByRole('link', { name: 'Moussa Keïta' }).click();
    await page.getByLabel('Rôle', { exact: true }).and(page.locator('select')).selectOption('Vérification');
    await press(page, 'Changer le rôle');
    await page.getByText('Le rôle a été changé.').waitFor();
    await inspect(page, 'account');
    await press(page, 'Suspendre le compte');
    await page.getByText('Le compte est suspendu.').waitFor();

    await page.goto(`${house.url}/staff/audit`);
    await inspect(page, 'audit');
    await page.getByLabel('Action').selectOption('Rôle changé');
    await press(page, 'Filtrer');
    await page.waitForURL('**/staff/audit?**action=staff.role_changed**');
    await page.getByText('de Rédaction, à Vérification').waitFor();
    await press(page, 'Vérifier la chaîne');
    await page.getByText('La chaîne est intacte').waitFor();
    await inspect(page, 'audit-verified');
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);

  it('T24: /docs, for anyone, by keyboard too', async () => {
    const { page, context, complaints } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(`${house.url}/docs`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs#contents');
    await context.close();
    const open = await watchedPage(browser);
    await open.page.goto(`${house.url}/docs`);
    await inspect(open.page, 'docs');
    for (const summary of await open.page.locator('summary').all()) await summary.click();
    await inspect(open.page, 'docs-open');
    expect([...complaints, ...open.complaints]).toEqual([]);
    await open.context.close();
  }, 120_000);
});
