import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type WholeHouse, wholeHouse } from '../api/whole-house.ts';
import { launch, watchedPage } from '../web-chat/browser.ts';
import { inspect, signedInPage } from './in-browser.ts';

describe('W14: accounts, audit and the description of the API in Chromium', () => {
  let house: WholeHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await wholeHouse();
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const press = (page: Page, label: string) => page.getByRole('button', { name: label }).click();

  it('W11: from the list of accounts to one, to new credentials, and to what of it is in the audit', async () => {
    const { page, context, complaints } = await signedInPage(browser, {
      url: house.url,
      cookie: house.cookies.admin,
    });
    await page.goto(`${house.url}/staff/accounts`);
    await page.getByLabel('Adresse e-mail').fill('moussa@example.org');
    await page.getByLabel('Nom', { exact: true }).fill('Moussa Keïta');
    await page.getByLabel('Rôle', { exact: true }).and(page.locator('select')).selectOption('Rédaction');
    await press(page, 'Créer le compte');
    await page.getByRole('heading', { name: 'Accès à remettre' }).waitFor();
    await inspect(page, 'admin-credentials');
    await page.getByRole('link', { name: 'Tous les comptes' }).click();
    await page.getByRole('link', { name: 'Moussa Keïta' }).click();
    await page.getByLabel('Rôle', { exact: true }).and(page.locator('select')).selectOption('Vérification');
    await press(page, 'Changer le rôle');
    await page.getByText('Le rôle a été changé.').waitFor();
    await press(page, 'Suspendre le compte');
    await page.getByText('Le compte est suspendu.').waitFor();

    await page.goto(`${house.url}/staff/audit`);
    await page.getByLabel('Action').selectOption('Rôle changé');
    await press(page, 'Filtrer');
    await page.waitForURL('**/staff/audit?**action=staff.role_changed**');
    await page.getByText('de Rédaction, à Vérification').waitFor();
    await press(page, 'Vérifier la chaîne');
    await page.getByText('La chaîne est intacte').waitFor();
    await inspect(page, 'admin-audit-verified');
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
    await inspect(open.page, 'admin-docs');
    for (const summary of await open.page.locator('summary').all()) await summary.click();
    await inspect(open.page, 'admin-docs-open');
    expect([...complaints, ...open.complaints]).toEqual([]);
    await open.context.close();
  }, 120_000);
});
