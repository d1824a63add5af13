import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { signedInPage, withStyles } from '../staff/in-browser.ts';
import { launch } from '../web-chat/browser.ts';
import { type UpdatesSite, updatesSite, type Who } from './updates-site.ts';

describe('W14: the pages of updates in Chromium', () => {
  let world: UpdatesSite;
  let browser: Browser;
  beforeAll(async () => {
    world = await updatesSite();
    browser = await launch();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const opened = async (who: Who, javaScriptEnabled = true) => {
    const { cookie } = world.members[who];
    const watched = await signedInPage(browser, { url: world.site.url, cookie }, { javaScriptEnabled });
    await withStyles(watched.page, 'updates');
    return watched;
  };

  it('without scripts: written, handed in, verified by another, published', async () => {
    const awa = await opened('awa', false);
    await awa.page.goto(`${world.site.url}/staff/updates/new`);
    const choose = async (label: string, option: string) => {
      await awa.page.getByLabel(label, { exact: true }).selectOption({ label: option });
    };
    await awa.page.getByLabel('Date de l’événement').fill('2026-11-10');
    await choose('Thème', 'Charte');
    await choose('Fondement', 'Texte officiel');
    const french = awa.page.getByRole('group', { name: 'En français' });
    await french.getByLabel('Titre').fill('Sans scripts');
    await french.getByLabel('Premier paragraphe').fill('Tout passe par des formulaires.');
    await awa.page.getByLabel('Document').fill('Journal officiel');
    await awa.page.getByLabel('Qui paie cette publication').fill('Campagne');
    await awa.page.getByLabel('À relire avant le').fill('2027-05-01');
    await awa.page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await awa.page.getByText('Brouillon enregistré.').waitFor();
    await awa.page.getByRole('button', { name: 'Soumettre à vérification' }).click();
    await awa.page.getByText('Une autre personne doit maintenant vérifier.').waitFor();

    const binta = await opened('binta', false);
    await binta.page.goto(awa.page.url().replace(/\?.*/u, '/verify'));
    await binta.page.getByRole('button', { name: 'je le vérifie' }).click();
    await binta.page.getByText('Elle peut être publiée.').waitFor();
    await binta.page.getByRole('link', { name: 'Publier' }).click();
    await binta.page.getByRole('button', { name: 'Publier et envoyer' }).click();
    await binta.page.getByText('L’envoi aux abonnés commence.').waitFor();
    await Promise.all([awa.context.close(), binta.context.close()]);
  }, 240_000);
});
