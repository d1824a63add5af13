import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import type { Browser, Page, Route } from 'playwright-core';
import { kitStyles } from '../../src/web/kit/index.ts';
import { createStaff } from '../../src/web/staff/index.ts';
import { launch, watchedPage } from '../web-chat/browser.ts';
import { inspect } from './in-browser.ts';
import { codeAt, openSite, type Site } from './site.ts';
import { guardedRoutes } from './with-key.ts';

const WHO = { email: 'binta@example.org', role: 'admin', org: 'benkan', name: 'Binta Traoré' };

describe('T18: a security key in Chromium', () => {
  let site: Site;
  let browser: Browser;
  const script = bundle();
  beforeAll(async () => {
    site = await openSite(guardedRoutes);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it('enrolled, used instead of the code, asked before a decision; what was typed arrives', async () => {
    const made = await createStaff(site.parts, WHO);
    const { page, context, complaints } = await watchedPage(browser);
    await page.addInitScript(`addEventListener('DOMContentLoaded', () => {${script}})`);
    await page.route('**/assets/*', otherAssets);
    const devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', { options: DEVICE });

    await page.goto(`${site.url}/staff/me`);
    await page.getByLabel('Adresse e-mail').fill(WHO.email);
    await page.getByLabel('Mot de passe').fill(made.password);
    await page.getByLabel('Code à six chiffres').fill(codeAt(made.totpSecret, site.parts.clock.now()));
    await press(page, 'Se connecter');
    await page.getByText('Votre rôle demande une clé de sécurité. Enregistrez-en une avant le').waitFor();
    await inspect(page, 'staff-me-without-key');
    await page.getByRole('link', { name: 'Enregistrer une clé' }).last().click();
    await page.getByLabel('Nom de la clé').fill('Trousseau');
    await inspect(page, 'staff-new-key');
    await press(page, 'Enregistrer cette clé');
    await page.getByText('La clé est enregistrée.').waitFor();
    await inspect(page, 'staff-me');

    await press(page, 'Se déconnecter');
    await page.getByText('Vous êtes déconnecté.').waitFor();
    await inspect(page, 'staff-sign-in-key');
    await page.getByLabel('Adresse e-mail').fill(WHO.email);
    await page.getByLabel('Mot de passe').fill(made.password);
    await press(page, 'Se connecter avec une clé de sécurité');
    await page.getByText('Bonjour Binta Traoré.').waitFor();

    // Ten minutes later a decision asks for the key; the form goes on by itself with every word of it.
    site.pass(10 * 60_000);
    await page.goto(`${site.url}/staff/me/password`);
    await page.getByText('C’est bien vous').waitFor();
    await inspect(page, 'staff-confirm-key');
    await press(page, 'Utiliser ma clé de sécurité');
    await page.getByLabel('Nouveau mot de passe').waitFor();
    site.pass(10 * 60_000);
    await page.evaluate(TYPED);
    await page.getByText('C’est bien vous').waitFor();
    await press(page, 'Utiliser ma clé de sécurité');
    await page.getByText('{"words":"deux lignes\\r\\nde texte"}').waitFor();

    // Another person's finger: the key answers, but nobody typed its PIN.
    await page.goto(`${site.url}/staff/me`);
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await press(page, 'Se déconnecter');
    await page.getByLabel('Adresse e-mail').fill(WHO.email);
    await page.getByLabel('Mot de passe').fill(made.password);
    await press(page, 'Se connecter avec une clé de sécurité');
    await page.getByText('La clé n’a pas répondu').waitFor();
    // Chromium speaks of every form that was answered with 401; nothing else is said.
    expect(complaints.filter((words) => !words.includes('401'))).toEqual([]);
    await context.close();
  }, 120_000);

  it('without scripts the code is there and the key is not spoken of', async () => {
    const { page, context } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}/staff/sign-in`);
    expect(await page.getByRole('button', { name: 'clé' }).count()).toBe(0);
    expect(await page.getByLabel('Code à six chiffres').isVisible()).toBe(true);
    await context.close();
  });
});

/** A key of a phone: it keeps its accounts, and its person has unlocked it. */
const DEVICE = {
  ...({ protocol: 'ctap2', transport: 'internal' } as const),
  ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  automaticPresenceSimulation: true,
};

/** Only the kit's own style sheet is served here; the script comes with the page, others' styles are not looked at. */
async function otherAssets(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (kitStyles.href === pathname) await route.continue();
  else if (pathname.includes('/accounts')) await route.fulfill({ path: ACCOUNTS_CSS });
  else
    await route.fulfill({
      contentType: pathname.endsWith('.css') ? 'text/css' : 'text/javascript',
      body: '',
    });
}

const ACCOUNTS_CSS = 'src/capabilities/staff/pages/accounts.css';

/** A form of a page that stands open for a while. */
const TYPED = `(() => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/staff/decide';
  const field = document.createElement('textarea');
  field.name = 'words';
  field.value = 'deux lignes\\nde texte';
  form.append(field);
  document.body.append(form);
  form.submit();
})()`;

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The page's script, bundled as scripts/build.mjs does it. */
function bundle(): string {
  const outfile = path.join(os.tmpdir(), `keys-${String(process.pid)}.js`);
  const entryPoints = [path.resolve('src/web/browser/keys.ts')];
  buildSync({ entryPoints, outfile, bundle: true, minify: true, target: 'es2017', format: 'iife' });
  return readFileSync(outfile, 'utf8');
}
