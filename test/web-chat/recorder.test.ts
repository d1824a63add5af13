import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Upload } from '../../src/channels/web/index.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { readSent } from '../../src/store/read-sent.ts';
import { chatPageRouter } from '../../src/web/public/index.ts';
import { PLACE, png } from '../media/pictures.ts';
import { axe, bundleChat, LAUNCH, sideways, watchedPage } from './browser.ts';
import { memoryUploads } from './memory-uploads.ts';
import { type Site, startSite } from './site.ts';

const uploads = memoryUploads();
const came: Inbound[] = [];
let browser: Browser;
let site: Site;

beforeAll(async () => {
  const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  browser = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args, ...fake] });
  site = await startSite({
    uploads,
    beside: Router().use(chatPageRouter({ assets: bundleChat() })),
    async receive(message) {
      came.push(message);
      if (message.content.kind === 'text') await site.tell(message.address, 'Dis-nous.', { id: message.id });
      return 'committed';
    },
  });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open() {
  came.length = 0;
  const watched = await watchedPage(browser);
  await watched.page.goto(site.url);
  await watched.page.getByText('Dis-nous.').waitFor();
  came.length = 0;
  return watched;
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** The file the page brought, where its message says it lies. */
async function brought(): Promise<Upload | null> {
  const [message] = came;
  if (message?.content.kind !== 'media') throw new Error('No file came.');
  return uploads.get(message.content.id ?? '');
}
const strip = (page: Page) => page.locator('#attach-words');

describe('C4, C8: a voice on the chat page', () => {
  it('is recorded by two taps, its length and weight are said, and it leaves when the person says so', async () => {
    const { page, context, complaints } = await open();
    await button(page, 'Parler').click();
    await page.getByText(/^J’écoute… [2-9] s \/ 45 s$/).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await button(page, 'Parler').click();
    await page.getByText(/^Message vocal · \d+ s · \d+ ko$/).waitFor();
    expect(came).toEqual([]);
    await page.locator('#attach-buttons').getByText('Envoyer').click();
    await page.getByText(/^Message vocal · \d+ s$/).waitFor();
    await page.getByText('envoyé').last().waitFor();
    expect(came).toMatchObject([{ content: { kind: 'media', media: 'voice' } }]);
    const { type, bytes } = (await brought())!;
    expect(type).toMatch(/^audio\/(webm|ogg)/);
    const read = readSent('voice', bytes);
    expect(read.type).toBe('audio/ogg');
    expect(read.seconds).toBeGreaterThan(1);
    expect(bytes.length / read.seconds!).toBeLessThan(7_000);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is recorded as long as the button is held, and given up by one tap', async () => {
    const { page, context } = await open();
    const box = (await button(page, 'Parler').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.getByText(/^J’écoute…/).waitFor();
    await page.waitForTimeout(700);
    await page.mouse.up();
    await page.getByText(/^Message vocal · \d+ s · \d+ ko$/).waitFor();
    await button(page, 'Annuler').first().click();
    expect(await strip(page).isVisible()).toBe(false);
    await page.waitForTimeout(200);
    expect(came).toEqual([]);
    await context.close();
  });

  it.each([
    ['NotAllowedError', /^Le micro est fermé pour cette page\./],
    ['NotFoundError', /^Je ne trouve pas de micro ici\./],
  ])('without a microphone (%s) the person is told what to do, and can write', async (name, words) => {
    const { page, context } = await open();
    await page.evaluate(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${name}'))`,
    );
    await button(page, 'Parler').click();
    await page.getByText(words).waitFor();
    await button(page, 'Fermer').click();
    await page.getByLabel('Ton message').fill('Bonjour');
    await page.getByLabel('Ton message').press('Enter');
    await page.getByText('Bonjour').waitFor();
    await context.close();
  });
});

describe('C4, C8: a photo on the chat page', () => {
  it('is drawn anew and small, without its place; its weight is said, and it leaves when the person says so', async () => {
    const { page, context, complaints } = await open();
    const photo = png();
    expect(photo.includes(PLACE)).toBe(true);
    await page.setInputFiles('#photo', { name: 'IMG_1.png', mimeType: 'image/png', buffer: photo });
    await page.getByText(/^Photo · \d+ ko$/).waitFor();
    expect(came).toEqual([]);
    await page.locator('#attach-buttons').getByText('Envoyer').click();
    await page.getByText('envoyé').last().waitFor();
    expect(came).toMatchObject([{ content: { kind: 'media', media: 'photo' } }]);
    const { type, bytes } = (await brought())!;
    expect(type).toBe('image/jpeg');
    expect(readSent('photo', bytes).type).toBe('image/jpeg');
    expect(bytes.includes('Hamdallaye')).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that is none is said to be none, kindly; nothing leaves', async () => {
    const { page, context } = await open();
    const page1 = Buffer.from('<html><script>alert(1)</script>');
    await page.setInputFiles('#photo', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: page1 });
    await page.getByText(/^Je ne peux pas ouvrir cette image\./).waitFor();
    expect(came).toEqual([]);
    await context.close();
  });

  it('that was still on its way when the page was left is not sent, and said so', async () => {
    const { page, context } = await open();
    await page.route('**/api/chat/messages', (route) => route.abort());
    await page.setInputFiles('#photo', { name: 'a.png', mimeType: 'image/png', buffer: png() });
    await page.locator('#attach-buttons').getByText('Envoyer').click();
    await page.getByText('envoi…').last().waitFor();
    await page.unroute('**/api/chat/messages');
    await page.reload();
    await page.getByText('non envoyé').waitFor();
    expect(came).toEqual([]);
    await context.close();
  });
});
