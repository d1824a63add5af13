import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createStaff, type StaffParts } from '../../src/web/staff/index.ts';
import { installation } from '../app/installation.ts';
import { webPhone } from '../app/phones.ts';
import { startHere } from '../app/running.ts';
import { until } from '../channels/until.ts';
import { handedOver } from '../inbox/in-house.ts';
import { testDatabase } from '../mongo/database.ts';
import { inspect, signedInPage } from '../staff/in-browser.ts';
import { ask, codeAt, cookieFrom, signIn } from '../staff/site.ts';
import { unhurried } from '../universe/work.ts';
import { launch } from '../web-chat/browser.ts';
import { type InboxSite, inboxSite, withAssets } from './inbox-site.ts';
import { NOW } from './memory-inbox.ts';

const HOUR = 3_600_000;
const OUMOU = { id: 'oumou', name: 'Oumou' };

describe('W2: the inbox in Chromium', () => {
  let desk: InboxSite;
  let browser: Browser;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([inboxSite(), launch()]);
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await desk.site.close();
  });

  const opened = async (javaScriptEnabled = true) => {
    const { cookie } = desk.organiser;
    const watched = await signedInPage(browser, { url: desk.site.url, cookie }, { javaScriptEnabled });
    await withAssets(watched.page);
    return { ...watched, go: (path: string) => watched.page.goto(`${desk.site.url}/staff${path}`) };
  };

  it('W14: every page: no violation, no sideways scroll, no complaint', async () => {
    const { page, context, complaints, go } = await opened();
    const { inbox } = desk;
    inbox.canned = [{ id: 'r1', title: 'Mairie', texts: { fr: 'Allez à la mairie.' }, rev: 1 }];
    const busy = inbox.add({
      lang: 'bm',
      tags: ['guichet', 'carte-nina'],
      red: { kinds: ['threat', 'violence'], since: NOW - HOUR },
      cards: [
        {
          kind: 'threat',
          title: { fr: 'Menace contre une personne', en: 'Threat against a person' },
          todo: {
            fr: ['Demandez si la personne est en lieu sûr.', 'Appelez.'],
            en: ['Ask whether they are safe.'],
          },
          call: [
            { who: { fr: 'Responsable de la protection', en: 'Protection lead' }, ackMin: 15, actMin: 60 },
          ],
        },
      ],
      reach: { may: true, most: 1500, endsAt: NOW + 3 * HOUR },
      others: ['9'.padStart(32, '0')],
      entries: [
        { id: 'a', at: NOW - 30 * HOUR, kind: 'handed_over', reason: 'demande' },
        {
          id: 'b',
          at: NOW - 30 * HOUR,
          kind: 'citizen',
          text: `Ne bɛ a fɛ ka kuma mɔgɔ dɔ fɛ. ${'a'.repeat(90)}`,
        },
        {
          id: 'c',
          at: NOW - HOUR,
          kind: 'reply',
          by: OUMOU,
          text: 'I ni ce.',
          canned: 'r1',
          fate: 'delivered',
        },
        {
          id: 'd',
          at: NOW - HOUR,
          kind: 'sent',
          media: 'voice',
          file: { id: 'f', seconds: 12, words: null },
        },
        { id: 'e', at: NOW, kind: 'note', by: OUMOU, text: 'Rappeler le maire.' },
      ],
    });
    inbox.add({ handle: 'B2-1AA', state: 'claimed', claimedBy: OUMOU, channel: 'web', region: null });
    for (const [path, name] of [
      ['/inbox?etiquette=guichet', 'list'],
      [`/inbox/${busy.id}`, 'thread'],
    ] as const) {
      await go(path);
      await inspect(page, `inbox-${name}`);
    }
    await context.close();
    expect(complaints).toEqual([]);
  }, 120_000);

  it('news come to open pages by themselves, and take nothing away that is being typed', async () => {
    const { page, context, complaints, go } = await opened();
    const { id } = desk.inbox.add({ handle: 'D1-AAA' });
    await go('/inbox');
    desk.inbox.add({ handle: 'D2-BBB' });
    await page.getByRole('link', { name: 'D2-BBB' }).waitFor();
    await go(`/inbox/${id}`);
    await page.locator('#text').fill('Bonjour, je');
    await page.locator('#text').pressSequentially(' vous');
    desk.inbox.says(id, 'Vous êtes là ? <b>oui</b>');
    desk.inbox.writes(id, 'Seydou');
    await page.getByText('Vous êtes là ? <b>oui</b>').waitFor();
    await page.getByText('Seydou est en train de répondre').waitFor();
    await page.locator('#text').pressSequentially(' réponds');
    expect(await page.locator('#text').inputValue()).toBe('Bonjour, je vous réponds');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    expect(await page.locator('.composer-count').innerText()).toBe('24 caractères sur 1500');
    expect(desk.inbox.asked.filter((one) => one === `typing ${id}`)).toHaveLength(1);
    await context.close();
    expect(complaints).toEqual([]);
  }, 240_000);

  it('a reply goes out by keyboard alone, with a canned one put in where the cursor stands', async () => {
    const { page, context, go } = await opened();
    const { id } = desk.inbox.add({ handle: 'E1-AAA', unansweredSince: NOW - HOUR });
    await go('/inbox');
    await page.getByRole('link', { name: 'E1-AAA' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/inbox/${id}`);
    await page.locator('#text').focus();
    await page.keyboard.type('Bonjour.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#text').inputValue()).toBe('Bonjour.\n\nAllez à la mairie.');
    await page.getByRole('button', { name: 'Envoyer' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Réponse envoyée.').waitFor();
    expect(await page.locator('.log-reply').innerText()).toContain('Allez à la mairie.');
    await context.close();
  }, 240_000);

  it('without scripts: claim, canned reply, send, close and reopen', async () => {
    const { page, context, go } = await opened(false);
    const { id } = desk.inbox.add({ handle: 'F1-AAA' });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await go(`/inbox/${id}`);
    await press('Prendre');
    await page.locator('#text').fill('Bonjour.');
    await page.locator('#canned').selectOption('r1');
    await press('Insérer');
    expect(await page.locator('#text').inputValue()).toBe('Bonjour.\n\nAllez à la mairie.');
    await press('Envoyer');
    expect(await page.getByText('Réponse envoyée.').count()).toBe(1);
    await press('Clore');
    await press('Rouvrir');
    expect(await page.getByText('La conversation est rouverte, et à vous.').count()).toBe(1);
    await context.close();
  }, 240_000);

  it('a stream carries no content, keeps no session alive, and ends within a second of its session', async () => {
    const { site, inbox, organiser } = desk;
    const { id } = inbox.add({ handle: 'G1-AAA' });
    const session = cookieFrom(await signIn(site, organiser)) ?? '';
    site.pass(30_000);
    const stream = { cookie: session, headers: { accept: 'text/event-stream' } };
    const page = await ask(site, `/staff/inbox/${id}/live`, { cookie: session });
    expect([page.status, page.headers.get('location')]).toEqual([303, `/staff/inbox/${id}`]);
    const seenBefore = await seenAt();
    site.pass(10 * 60_000);
    const answer = await ask(site, `/staff/inbox/${id}/live?seen=0`, stream);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const heard: string[] = [];
    const ended = (async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        heard.push(Buffer.from(value).toString());
      }
    })();
    inbox.says(id, 'Un mot qui reste secret');
    await until(() => /event: changed/u.test(heard.join('')));
    expect(heard.join('')).not.toMatch(/secret|G1-AAA/u);
    const byItself = { cookie: session, headers: { 'benkan-live': '1' } };
    expect(await (await ask(site, `/staff/inbox/${id}`, byItself)).text()).not.toContain('<nav');
    expect(await seenAt()).toEqual(seenBefore);
    await ask(site, '/staff/sign-out', { cookie: session, form: {} });
    expect((await unhurried(() => ended)).ms).toBeLessThan(1000);
    expect(heard.at(-1)).toContain('event: over');
    expect((await ask(site, `/staff/inbox/${id}`, byItself)).status).toBe(401);

    async function seenAt(): Promise<unknown> {
      const all = await site.connection
        .db!.collection('staff_sessions')
        .find()
        .sort({ openedAt: -1 })
        .toArray();
      return all.map((one) => one['seenAt'] as Date);
    }
  }, 240_000);

  it('a page whose session ended shows nothing any more and asks to sign in', async () => {
    const { site, organiser, inbox } = desk;
    const cookie = cookieFrom(await signIn(site, organiser)) ?? '';
    site.pass(30_000);
    const { page, context } = await signedInPage(browser, { url: site.url, cookie });
    await withAssets(page);
    await page.goto(`${site.url}/staff/inbox/${inbox.threads[0]?.id ?? ''}`);
    await ask(site, '/staff/sign-out', { cookie, form: {} });
    await page.waitForURL('**/sign-in**');
    expect(await page.locator('body').innerText()).not.toContain('kuma');
    await context.close();
  }, 240_000);
});

describe('W2: the inbox of a running house', () => {
  it('somebody is handed over, read, answered and given back, each as it happens', async () => {
    const database = await testDatabase();
    const place = await installation({ MONGODB_URI: database.uri });
    const running = await startHere(place);
    const browser = await launch();
    try {
      const { page, complaints } = await signedInPage(browser, {
        url: place.url,
        cookie: await signedInto(place.url, running.house.staff),
      });
      const phone = await webPhone(place);
      const heard = async () => (await phone.heard()).map(({ text }) => text).join('\n');
      await page.goto(`${place.url}/staff/inbox`);
      await handedOver(phone);
      await page.locator('.thread-handle').click();
      const before = (await phone.heard()).length;
      await phone.says('Ils ont des <i>armes</i> ici');
      await page.getByText('Ils ont des <i>armes</i> ici').waitFor();
      await page.getByText('Quelqu’un est peut-être en danger').waitFor();
      expect((await phone.heard()).length).toBe(before);
      await page.locator('#text').fill('Es-tu en lieu sûr ?');
      await page.getByRole('button', { name: 'Envoyer' }).click();
      await page.getByText('Réponse envoyée.').waitFor();
      await until(async () => (await heard()).endsWith('Es-tu en lieu sûr ?'));
      await page.locator('[name=step]').selectOption({ label: 'As-tu eu ta réponse ?' });
      await page.getByRole('button', { name: 'Rendre au robot' }).click();
      await page.getByText('Oumou a rendu la conversation au robot.').waitFor();
      await until(async () => (await heard()).endsWith('As-tu eu ta réponse ?'));
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
      await running.stop();
      await database.drop();
      await place.remove();
    }
  }, 120_000);

  async function signedInto(url: string, staff: StaffParts): Promise<string> {
    const who = { email: 'oumou@example.org', role: 'organiser', org: 'benkan', name: 'Oumou' };
    const { password, totpSecret } = await createStaff(staff, who);
    const form = { email: who.email, password, code: codeAt(totpSecret, staff.clock.now()) };
    return cookieFrom(await ask({ url }, '/staff/sign-in', { form })) ?? '';
  }
});
