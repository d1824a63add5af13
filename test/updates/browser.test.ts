import { mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, launch, sideways, watchedPage } from '../web-chat/browser.ts';
import { type UpdatesSite, updatesSite, type Who } from './updates-site.ts';

const SHOTS = process.env['SCREENSHOTS'] ?? path.join(os.tmpdir(), 'benkan-screenshots');
const STYLES = readFileSync('src/capabilities/updates/pages/updates.css', 'utf8');
const TEXTS = {
  fr: {
    title: 'La Charte nationale pour la paix est remise',
    first: 'Elle compte 106 articles. Chaque région a donné son avis.',
    second: 'Le texte est public.',
    audio: '',
  },
  bm: { title: 'Malidenw ka kumaɲɔgɔnya', first: 'Kumaɲɔgɔnya daminɛna.', second: '', audio: '' },
};
const LONG_LINK = `https://example.org/${'journal-officiel-'.repeat(8)}.pdf`;

describe('W14: the pages of updates in Chromium', () => {
  let world: UpdatesSite;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true });
    world = await updatesSite();
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const opened = async (who: Who, javaScriptEnabled = true) => {
    const watched = await watchedPage(browser, { javaScriptEnabled });
    const [name = '', value = ''] = world.members[who].cookie.split('=');
    const kept = { secure: true, httpOnly: true, sameSite: 'Strict' } as const;
    await watched.context.addCookies([{ name, value, domain: 'localhost', path: '/', ...kept }]);
    await watched.page.route('**/assets/updates*', (route) =>
      route.fulfill({ contentType: 'text/css', body: STYLES }),
    );
    return watched;
  };
  const inspect = async (page: Page, url: string, name: string) => {
    await page.goto(`${world.site.url}/staff${url}`);
    for (const [colorScheme, width] of [
      ['dark', 320],
      ['light', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect([name, width, await axe(page), await sideways(page)]).toEqual([name, width, [], 0]);
      await page.screenshot({
        path: path.join(SHOTS, `updates-${name}-${String(width)}.png`),
        fullPage: true,
      });
    }
  };

  it('every page: no violation, no sideways scroll, no complaint', async () => {
    const { page, context, complaints } = await opened('chaka');
    await inspect(page, '/updates', 'list-empty');
    const source = { title: 'Journal officiel', url: LONG_LINK, sha256: 'a'.repeat(64) };
    const draft = await world.itemIn('draft', { tier: '', source });
    const submitted = await world.itemIn('submitted', { texts: TEXTS, source });
    const verified = await world.itemIn('verified', { texts: TEXTS, tier: 'two_sources' });
    const published = await world.itemIn('published', { texts: TEXTS, tier: 'to_confirm' });
    await world.itemIn('withdrawn', { tier: 'field_confirmed' });
    for (const [url, name] of [
      ['/updates', 'list'],
      ['/updates/new', 'new'],
      [`/updates/${draft}`, 'draft'],
      [`/updates/${draft}/edit`, 'edit'],
      [`/updates/${submitted}`, 'submitted'],
      [`/updates/${submitted}/verify`, 'verify'],
      [`/updates/${verified}/publish`, 'publish'],
      [`/updates/${published}`, 'published'],
      [`/updates/${published}/withdraw`, 'withdraw'],
    ] as const)
      await inspect(page, url, name);
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);

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
  }, 60_000);
});
