import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { oggOpus } from '../media/ogg-opus.ts';
import { inspect, signedInPage, withStyles } from '../staff/in-browser.ts';
import { LAUNCH } from '../web-chat/browser.ts';
import { type LanguageSite, languageSite } from './language-site.ts';

const TEXT = '/language/bm/text/menu/perdu';
/** A microphone that beeps, and a person who allows it. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

describe('W10, W14: the pages of languages in Chromium', () => {
  let world: LanguageSite;
  let browser: Browser;
  beforeAll(async () => {
    world = await languageSite();
    browser = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, ...MICROPHONE] });
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const opened = async (javaScriptEnabled = true) => {
    const { cookie } = world.members.awa;
    const watched = await signedInPage(browser, { url: world.site.url, cookie }, { javaScriptEnabled });
    await withStyles(watched.page, 'language');
    await watched.page.route('**/assets/recording*', (route) =>
      route.fulfill({
        contentType: 'text/css',
        body: readFileSync('src/web/kit/recording/recording.css', 'utf8'),
      }),
    );
    // What was built may be older than its sources; a text's page is given what they make.
    await watched.page.route('**/assets/recorder*', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    return watched;
  };
  const go = (page: Page, url: string) => page.goto(`${world.site.url}/staff${url}`);
  const goRecord = async (page: Page) => {
    await go(page, TEXT);
    await page.evaluate(recorder());
  };
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

  it('a voice is recorded, heard, recorded again and kept; it is Opus, and short', async () => {
    const { page, context, complaints } = await opened();
    await goRecord(page);
    const shown = () =>
      Promise.all(
        [page.getByText('Garder cette voix'), page.locator('.recorder audio')].map((one) => one.isVisible()),
      );
    // Nothing to keep or to hear yet.
    expect(await shown()).toEqual([false, false]);
    await press(page, 'Enregistrer ma voix');
    await page.getByText('0:01 / 0:45').waitFor();
    await press(page, 'Arrêter');
    await page.getByText('Écoutez, puis gardez ou recommencez.').waitFor();
    expect(await shown()).toEqual([true, true]);
    await inspect(page, 'language-recorder');
    await press(page, 'Recommencer');
    await page.getByText('0:01 / 0:45').waitFor();
    await press(page, 'Arrêter');
    await press(page, 'Garder cette voix');
    await page.getByText('La voix est gardée.').waitFor();
    expect(await page.locator('section > audio').getAttribute('src')).toMatch(/^\/media\/[\w-]{22}$/u);
    await page.getByText(/Enregistré par awa diarra/u).waitFor();
    // The recording itself is the chat's to serve, and that is not here.
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
    await context.close();
  }, 240_000);

  it('who refuses the microphone is told what to do', async () => {
    const { page, context } = await opened();
    await page.addInitScript(
      "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
    );
    await goRecord(page);
    await press(page, 'Enregistrer ma voix');
    await page.getByText('Le microphone est refusé.').waitFor();
    await context.close();
  });

  it('without scripts: a text is corrected, approved, and its voice sent as a file', async () => {
    const { page, context } = await opened(false);
    await go(page, '/language/bm?show=unreviewed&flow=menu');
    await page.getByRole('link', { name: 'menu · retour' }).click();
    await page.getByLabel('Texte', { exact: true }).fill('I danse kokura !');
    await press(page, 'Garder et approuver');
    await page.getByText('C’est gardé.').waitFor();
    const file = { name: 'voix.ogg', mimeType: 'audio/ogg', buffer: oggOpus({ seconds: 2 }) };
    await page.getByLabel('Un fichier son').setInputFiles(file);
    await press(page, 'Envoyer ce fichier');
    await page.getByText('La voix est gardée.').waitFor();
    await context.close();
  }, 240_000);
});

function recorder(): string {
  const outfile = path.join(os.tmpdir(), `recorder-${String(process.pid)}.js`);
  const entry = path.resolve('src/web/browser/recorder.ts');
  buildSync({ entryPoints: [entry], outfile, bundle: true, target: 'es2017', format: 'iife' });
  return readFileSync(outfile, 'utf8');
}
