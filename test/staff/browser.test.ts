import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ensureSetupLink } from '../../src/web/staff/index.ts';
import { launch, watchedPage } from '../web-chat/browser.ts';
import { inspect } from './in-browser.ts';
import { notesRoute } from './notes-route.tsx';
import { codeAt, member, openSite, type Site } from './site.ts';

const WHO = { email: 'awa@example.org', name: 'Awa Diarra', password: 'trois girafes mangent du fonio' };

describe('W14: the staff frame in Chromium', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await openSite([notesRoute]);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const code = (secret: string) => codeAt(secret, site.parts.clock.now());
  const tab = async (page: Page, stops: number) => {
    for (let stop = 0; stop < stops; stop += 1) await page.keyboard.press('Tab');
  };
  const press = async (page: Page, label: string) => {
    await page.getByRole('button', { name: label }).click();
  };

  it('from the link in the terminal to the overview, out, and in again', async () => {
    const { page, context, complaints } = await watchedPage(browser);
    await page.goto((await ensureSetupLink(site.parts))!);
    await inspect(page, 'staff-setup');
    await page.getByLabel('Adresse e-mail').fill(WHO.email);
    await page.getByLabel('Votre nom').fill(WHO.name);
    await page.getByLabel('Mot de passe').fill(WHO.password);
    await press(page, 'Continuer');
    await inspect(page, 'staff-second-factor');
    const secret = await page.locator('.digits').innerText();
    await page.getByLabel('Code à six chiffres').fill(code(secret));
    await press(page, 'Créer le compte');
    await page.getByText('Bonjour Awa Diarra.').waitFor();
    await inspect(page, 'staff-overview');
    const cookie = (await context.cookies()).find(({ name }) => name === '__Host-benkan');
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(complaints).toEqual([]);

    await press(page, 'Se déconnecter');
    await page.getByText('Vous êtes déconnecté.').waitFor();
    await inspect(page, 'staff-sign-in');
    site.pass(30_000);
    await page.goto(`${site.url}/staff/notes?title=Notes`);
    await page.getByLabel('Adresse e-mail').fill(WHO.email);
    await page.getByLabel('Mot de passe').fill('pas le bon du tout');
    await page.getByLabel('Code à six chiffres').fill(code(secret));
    await press(page, 'Se connecter');
    await page.getByText('Ces identifiants ne permettent pas').waitFor();
    await inspect(page, 'staff-sign-in-wrong');
    await page.keyboard.type(WHO.password);
    await page.getByLabel('Code à six chiffres').fill(code(secret));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff/notes?title=Notes');
    await inspect(page, 'staff-page');
    await page.goto(`${site.url}/staff/nowhere`);
    await inspect(page, 'staff-not-found');
    await context.close();
  }, 120_000);

  it('without scripts, by keyboard alone: skip link, menu, sign-out', async () => {
    const { page, context } = await watchedPage(browser, { javaScriptEnabled: false });
    const who = await member(site);
    await page.goto(`${site.url}/staff/notes`);
    await page.getByLabel('Adresse e-mail').fill(who.email);
    await page.getByLabel('Mot de passe').fill(who.password);
    await page.getByLabel('Code à six chiffres').fill(code(who.totpSecret));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff/notes');
    await page.goto(`${site.url}/staff/notes`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff/notes#contenu');
    await page.goto(`${site.url}/staff/notes`);
    await tab(page, ['skip', 'brand', 'sign-out', 'menu'].length);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Vue d’ensemble' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/staff/sign-in?flash=signed-out');
    await context.close();
  }, 240_000);
});
