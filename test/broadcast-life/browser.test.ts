import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signedInPage, withStyles } from '../staff/in-browser.ts';
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

  const opened = async (who: Who) => {
    const { cookie } = world.members[who];
    const watched = await signedInPage(
      browser,
      { url: world.site.url, cookie },
      { javaScriptEnabled: false },
    );
    await watched.page.setViewportSize(PHONE);
    await withStyles(watched.page, 'broadcasts');
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
});
