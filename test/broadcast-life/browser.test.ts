import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MEMBERS } from '../../src/capabilities/audiences/collections.ts';
import type { StoredMember } from '../../src/capabilities/audiences/members/stored-store.ts';
import { inventedMembers } from '../audiences/members-world.ts';
import { withAssets } from '../inbox-pages/inbox-site.ts';
import { inspect, signedInPage, withStyles } from '../staff/in-browser.ts';
import { launch } from '../web-chat/browser.ts';
import { type LifeSite, lifeSite, type Who } from './life-site.ts';
import { countsOf } from './life-world.ts';

const PHONE = { width: 360, height: 740 };

describe('W5, W14: the pages of broadcasts in Chromium', () => {
  let world: LifeSite;
  let browser: Browser;
  beforeAll(async () => {
    world = await lifeSite();
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const opened = async (who: Who, javaScriptEnabled = false) => {
    const { cookie } = world.members[who];
    const watched = await signedInPage(browser, { url: world.site.url, cookie }, { javaScriptEnabled });
    await watched.page.setViewportSize(PHONE);
    await withStyles(watched.page, 'broadcasts');
    await withStyles(watched.page, 'audiences');
    await withAssets(watched.page);
    watched.page.setDefaultTimeout(20_000);
    return watched;
  };
  const fits = async (page: Page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
  };

  it('B4: on a phone, without scripts: written and handed in by one, read and approved by another', async () => {
    world.people.counts = countsOf(5000, { byLang: { fr: 4000, bm: 1000 } });
    const awa = await opened('awa');
    await awa.page.goto(`${world.site.url}/staff/broadcasts/new`);
    await fits(awa.page);
    await awa.page.getByLabel('Nom de la diffusion').fill('Faux communiqué');
    await awa.page.getByLabel('Texte en français').fill('Un faux communiqué circule. Ne le partagez pas.');
    await awa.page.getByLabel('Urgence').selectOption({ index: 1 });
    await awa.page.getByRole('button', { name: 'Enregistrer' }).click();
    await awa.page.getByText('C’est enregistré.').waitFor();
    await awa.page.getByText('Pas de texte en bambara').waitFor();
    await fits(awa.page);
    await awa.page.getByRole('button', { name: 'Faire approuver' }).click();
    await awa.page.getByText('Une deuxième personne peut la relire.').waitFor();

    const binta = await opened('binta');
    await binta.page.goto(`${world.site.url}/staff/broadcasts?etat=submitted`);
    await fits(binta.page);
    await binta.page.getByRole('link', { name: 'Faux communiqué' }).click();
    await binta.page.getByRole('link', { name: 'Relire pour approuver' }).click();
    await fits(binta.page);
    await binta.page.getByRole('button', { name: 'Approuver et lancer' }).click();
    await binta.page.getByText('Approuvée et lancée.').waitFor();
    await Promise.all([awa.context.close(), binta.context.close()]);
  }, 240_000);

  it('B1: on a phone, without scripts: an audience is put together with buttons, counted, saved and copied', async () => {
    await world.site.connection.db!.collection<StoredMember>(MEMBERS).insertMany(invented());
    const { page, context, complaints } = await opened('awa');
    await page.goto(`${world.site.url}/staff/audiences`);
    await page.getByRole('link', { name: 'Nouveau public' }).click();
    await page.getByLabel('Nom du public').fill('Gao ou Kayes');
    await page.getByLabel('Condition à ajouter').selectOption('Région');
    await page.getByRole('button', { name: 'Ajouter la condition' }).click();
    await page.getByLabel('Gao').check();
    await page.getByLabel('Kayes').check();
    await page.getByRole('button', { name: 'Ajouter un groupe' }).click();
    await page
      .getByRole('group', { name: 'Groupe de conditions' })
      .getByLabel('Condition à ajouter')
      .selectOption('Langue');
    await page
      .getByRole('group', { name: 'Groupe de conditions' })
      .getByRole('button', { name: 'Ajouter la condition' })
      .click();
    await page.getByLabel('bambara').check();
    await page.getByRole('button', { name: 'Compter' }).click();
    await page.getByText('Joignables maintenant : environ').waitFor();
    await fits(page);
    await page.getByRole('button', { name: 'Enregistrer le public' }).click();
    await page.getByText('Le public est enregistré.').waitFor();
    await fits(page);
    await page.getByRole('link', { name: 'Supprimer' }).click();
    await page.getByText('gardent leur propre copie').waitFor();
    await page.goto(`${world.site.url}/staff/broadcasts/new`);
    await page.getByLabel('Public enregistré').selectOption('Gao ou Kayes');
    await page.getByRole('button', { name: 'Copier ce public' }).click();
    await page.getByText('Copie du public').waitFor();
    expect(await page.getByLabel('Kayes').isChecked()).toBe(true);
    await fits(page);
    expect(complaints).toEqual([]);
    await context.close();
  }, 240_000);

  it('B1, W14: with scripts, by keyboard alone: what is added has the focus, and a tick is counted without leaving', async () => {
    const { page, context, complaints } = await opened('awa', true);
    await page.goto(`${world.site.url}/staff/audiences/new`);
    await page.getByLabel('Nom du public').focus();
    await page.keyboard.type('Au clavier');
    // What is on the page now is the page that was opened first.
    await page.evaluate(() => Object.assign(window, { opened: true }));
    const reached = page.getByRole('status');
    const before = await reached.textContent();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('R');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Région' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('p-0.sauf');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('région : Gao').waitFor();
    expect(await reached.textContent()).not.toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('p-0.v.gao');
    expect(await page.getByLabel('Nom du public').inputValue()).toBe('Au clavier');
    expect(await page.evaluate(() => Reflect.get(window, 'opened') === true)).toBe(true);
    await inspect(page, 'audience-builder');
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Retirer Région' }).press('Enter');
    await page.getByText('Aucune condition : tout le monde.').waitFor();
    await page.getByLabel('Nom du public').press('Enter');
    await page.getByText('Le public est enregistré.').waitFor();
    await inspect(page, 'audiences');
    await page.goto(`${world.site.url}/staff/broadcasts/new`);
    await page.getByLabel('Public enregistré').selectOption('Gao ou Kayes');
    await page.getByRole('button', { name: 'Copier ce public' }).press('Enter');
    await page.getByText('Copie du public').waitFor();
    await inspect(page, 'broadcast-audience');
    expect(complaints).toEqual([]);
    await context.close();
  }, 240_000);
});

/** Half in Gao, half in Kayes; every third speaks Bambara. */
function invented(): StoredMember[] {
  const invent = inventedMembers(9);
  return Array.from({ length: 120 }, (_, at) => {
    const region = at % 2 === 0 ? 'gao' : 'kayes';
    return { ...invent(), region, place: region, channel: 'telegram', lang: at % 3 === 0 ? 'bm' : 'fr' };
  });
}
