import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../src/conversation/ports.ts';
import type { Outbound } from '../../src/domain/message.ts';
import { until } from '../channels/until.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { builtHouse } from './built-house.ts';
import { type Happened, PATIENCE_MS } from './index.ts';
import { type Linked, linked } from './linked.ts';
import type { Said } from './page/talks.ts';

const AWA = '22376123456@c.us';
/** Somebody who hides the number. */
const BINTA = '99887766554433@lid';
const ACCOUNT = '22370000000';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** One session of one number, from its first code to its end: each test goes on where the last one stopped. */
describe('C2: the real whatsapp-web.js in real Chromium, against a page served as web.whatsapp.com', () => {
  let house: Linked;
  let sent = 0;
  beforeAll(async () => {
    house = await linked({ choicesAs: 'poll' });
    await house.start();
  }, PATIENCE_MS);
  afterAll(() => house.close(), PATIENCE_MS);

  /** Brings one message; answers with what the house made of it. */
  const brings = async (said: Said) => {
    const before = house.store.stored;
    await house.whatsapp.order('receive', said);
    await until(
      () => house.store.stored > before,
      () => house.store.asked,
    );
    return house.store.taken.at(-1)!;
  };
  const send = (more: Partial<Outbound> = {}): Promise<SendOutcome> => {
    sent += 1;
    const message: Outbound = { id: `m${sent}`, address: AWA, lane: 'reply', text: 'A ni ce', ...more };
    return house.channel().send(message, ACCOUNT);
  };
  /** What the other end sees of a message that is sent. */
  const seenOf = async (more: Partial<Outbound>): Promise<Happened[]> => {
    const before = house.whatsapp.happened.length;
    expect(await send(more)).toMatchObject({ kind: 'sent' });
    const seen = () => house.whatsapp.happened.slice(before).filter(({ kind }) => kind === 'sent');
    await until(() => seen().length > (more.audio === undefined ? 0 : 1), seen);
    return seen();
  };
  const chromium = (): number | undefined =>
    house.pids(`--user-data-dir=${house.folder}`).find((pid) => !house.pids('--type=').includes(pid));

  it(
    'shows a code; an idle one is renewed, which the library fails to do',
    async () => {
      const { qr } = await house.is('waiting');
      expect(qr).toMatch(/^code-0,/);
      expect(await send()).toMatchObject({ kind: 'retry', code: 'not_ready' });
      const before = house.links.length;
      await house.whatsapp.order('idle');
      expect((await house.is('waiting', before)).qr).toMatch(/^code-1,/);
    },
    PATIENCE_MS,
  );

  it('pairs when the phone reads it', async () => {
    await house.whatsapp.order('scan');
    expect(await house.is('ready')).toEqual({ state: 'ready', account: ACCOUNT });
    expect(house.links.map(({ state }) => state)).toContain('pairing');
  });

  it('brings a text in, and says "read" to WhatsApp only when it is durable', async () => {
    house.store.awayFor = 1;
    const before = house.whatsapp.happened.length;
    const { content, user, address } = await brings({ from: AWA, body: 'I ni ce 👋 https://example.org' });
    expect({ content, user, address }).toEqual({
      ...{ user: AWA, address: AWA },
      content: { kind: 'text', text: 'I ni ce 👋 https://example.org' },
    });
    expect(house.store.taken).toHaveLength(1);
    expect(await house.whatsapp.next('seen', before)).toMatchObject({ chat: AWA });
  });

  it('brings in pictures, voice notes, places and cards; what is a file can be fetched', async () => {
    const picture = await brings({ from: BINTA, type: 'image', file: PIXEL, mimetype: 'image/png' });
    expect(picture).toMatchObject({ user: BINTA, content: { kind: 'media', media: 'photo' } });
    const { id = '' } = picture.content as { id?: string };
    const file = await house.channel().fetch(id, ACCOUNT);
    expect(file).toMatchObject({ kind: 'file', type: 'image/png' });
    expect((file as { bytes: Buffer }).bytes.toString('base64')).toBe(PIXEL);

    const opus = oggOpus({ seconds: 1 }).toString('base64');
    const note = {
      from: AWA,
      type: 'ptt',
      file: opus,
      mimetype: 'audio/ogg; codecs=opus',
      more: { duration: '7' },
    };
    expect((await brings(note)).content).toMatchObject({ kind: 'media', media: 'voice', seconds: 7 });
    const place = {
      from: AWA,
      type: 'location',
      more: { lat: 12.6392, lng: -8.0029, loc: 'Mairie\nBamako' },
    };
    const at = { lat: 12.6392, lon: -8.0029 };
    expect((await brings(place)).content).toEqual({ kind: 'media', media: 'location', at });
    const card = { from: AWA, type: 'vcard', body: 'BEGIN:VCARD\nTEL:+22370000009\nEND:VCARD' };
    expect((await brings(card)).content).toEqual({ kind: 'media', media: 'contact' });

    const lost = await brings({ from: AWA, type: 'image', file: PIXEL, mimetype: 'image/png' });
    const lostId = (lost.content as { id: string }).id;
    await house.whatsapp.order('loses', lostId);
    expect(await house.channel().fetch(lostId, ACCOUNT)).toEqual({ kind: 'gone' });
  });

  it('tells an edit of words that were read', async () => {
    const said = await house.whatsapp.order('receive', { from: AWA, body: 'awɔ' });
    await until(() => house.store.taken.at(-1)?.content.kind === 'text');
    await house.whatsapp.order('edit', said, 'ayi');
    await until(() => house.store.taken.at(-1)?.content.kind === 'unsupported');
    expect(house.store.taken.at(-1)?.content).toEqual({ kind: 'unsupported', what: 'edited' });
  });

  it('leaves groups, statuses and what we wrote ourselves alone', async () => {
    const before = house.store.asked;
    await house.whatsapp.order('receive', { from: '123456-789@g.us', body: 'à tous' });
    await house.whatsapp.order('receive', { from: 'status@broadcast', body: 'mon statut' });
    await house.whatsapp.order('receive', { from: AWA, body: 'du téléphone', own: true });
    await brings({ from: AWA, body: 'et moi' });
    expect(house.store.asked).toBe(before + 1);
  });

  it('sends words as they are, and tells how far they come', async () => {
    const [shown] = await seenOf({ text: '*Kibaru* https://example.org <b>' });
    expect(shown).toMatchObject({ to: AWA, type: 'chat', body: '*Kibaru* https://example.org <b>' });
    expect(shown).not.toHaveProperty('preview');
    const [card] = await seenOf({ text: 'BEGIN:VCARD' });
    expect(card).toMatchObject({ type: 'chat', body: 'BEGIN:VCARD' });
    const id = String(card?.['id']);
    await house.whatsapp.order('tick', id, 3);
    await house.whatsapp.order('tick', id, -1);
    const states = () => house.deliveries.filter((delivery) => delivery.id === id).map(({ state }) => state);
    await until(() => states().length >= 4, states);
    expect(states()).toEqual(['sent', 'delivered', 'read', 'failed']);
  });

  it('C8: sends a recording as a voice note behind its words', async () => {
    const shown = await seenOf({ text: 'Kibaru', audio: { media: house.media.add() } });
    expect(shown.map(({ type, mimetype }) => [type, mimetype])).toEqual([
      ['chat', undefined],
      ['ptt', 'audio/ogg; codecs=opus'],
    ]);
  });

  it('C7: shows choices as a poll; a vote is the tap, a digit stays a digit', async () => {
    const choices = [
      { id: 'token-a', label: 'Awɔ', digits: '1' },
      { id: 'token-b', label: 'Ayi', digits: '2' },
    ];
    const [poll] = await seenOf({ text: 'I sɔnna wa?', choices });
    expect(poll).toMatchObject({ type: 'poll_creation', pollName: 'I sɔnna wa?' });
    const id = String(poll?.['id']);
    await house.whatsapp.order('vote', id, '22370000000@c.us', [0]);
    const before = house.store.stored;
    await house.whatsapp.order('vote', id, AWA, [1]);
    await until(() => house.store.stored > before);
    expect(house.store.taken.at(-1)).toMatchObject({
      address: AWA,
      content: { kind: 'choice', token: 'token-b' },
    });
    expect((await brings({ from: AWA, body: '2' })).content).toEqual({ kind: 'text', text: '2' });
  });

  it('deletes the chat of somebody who was erased', async () => {
    const before = house.whatsapp.happened.length;
    await house.channel().dropChat(BINTA);
    expect(await house.whatsapp.next('deleted', before)).toMatchObject({ chat: BINTA });
  });

  it('C9: tells honestly what became of a message', async () => {
    await house.whatsapp.order('fails', 'throws before');
    expect(await send()).toEqual({ kind: 'retry', afterMs: 30_000, code: 'page_failed' });
    await house.whatsapp.order('fails', 'throws after');
    expect(await send()).toEqual({ kind: 'unknown', code: 'page_failed' });
    await house.whatsapp.order('leaves', '22370000099@c.us');
    const nobody = { kind: 'refused', code: 'no_account', gone: true };
    expect(await send({ address: '22370000099@c.us' })).toEqual(nobody);
  });

  it(
    'finds its way back when the page is loaded anew',
    async () => {
      const before = house.links.length;
      await house.whatsapp.order('reload');
      await house.is('ready', before);
      await until(
        async () => (await send()).kind === 'sent',
        () => house.links,
      );
    },
    PATIENCE_MS,
  );

  it(
    'Chromium killed, "ready" lost on the way back: linked again without a code, and nothing unread is lost',
    async () => {
      const day = Math.floor(Date.now() / 1000) - 86_400;
      await house.whatsapp.order('leave', { from: BINTA, body: 'avant vous', t: day });
      await house.whatsapp.order('leave', { from: BINTA, body: 'pendant la coupure' });
      await house.whatsapp.order('loseReady', true);
      const [before, stored] = [house.links.length, house.store.stored];
      process.kill(chromium()!, 'SIGKILL');
      await house.is('ready', before);
      const states = house.links.slice(before).map(({ state }) => state);
      expect(states).toEqual(['away', 'starting', 'pairing', 'ready']);
      expect(house.links[before]).toMatchObject({ code: 'chromium_gone' });
      await until(() => house.store.stored > stored);
      expect(house.store.taken.slice(stored).map(({ content }) => content)).toEqual([
        { kind: 'text', text: 'pendant la coupure' },
      ]);
      await house.whatsapp.order('loseReady', false);
      expect(await send()).toMatchObject({ kind: 'sent' });
    },
    PATIENCE_MS,
  );

  it(
    'its process killed: the Chromium goes with it, and both come again',
    async () => {
      const [before, first] = [house.links.length, chromium()];
      process.kill(house.pids('whatsapp-web-', '.mjs').at(-1)!, 'SIGKILL');
      await house.is('ready', before);
      expect(house.links[before]).toMatchObject({ state: 'away', code: 'ended' });
      expect(chromium()).not.toBe(first);
      expect(house.pids(`--user-data-dir=${house.folder}`)).not.toContain(first);
    },
    PATIENCE_MS,
  );

  it(
    'logged out on the phone: the session is deleted, and only an operator pairs again',
    async () => {
      await house.whatsapp.order('logOut');
      await house.is('unlinked');
      const session = path.join(house.folder, 'session');
      await until(() => !existsSync(session));
      expect(await send()).toMatchObject({ kind: 'retry', code: 'logged_out' });
      await house.stop();
      await house.start();
      expect(house.channel().link()).toEqual({ state: 'unlinked', why: 'logged_out' });
      expect(house.pids(house.folder)).toEqual([]);
      await house.channel().pairAgain();
      await house.is('waiting');
      await house.whatsapp.order('scan');
      await house.is('ready');
      expect((await brings({ from: AWA, body: 'Aw seginna' })).content).toMatchObject({ text: 'Aw seginna' });
      await expect(house.channel().pairAgain()).rejects.toMatchObject({ code: 'whatsapp_linked' });
    },
    2 * PATIENCE_MS,
  );

  it(
    'a number WhatsApp has closed is not tried again',
    async () => {
      await house.whatsapp.order('becomes', 'TOS_BLOCK');
      expect(await house.is('unlinked')).toEqual({ state: 'unlinked', why: 'banned' });
    },
    PATIENCE_MS,
  );

  it('asked the page for nothing that is not known here', () => {
    expect(house.whatsapp.happened.filter(({ kind }) => kind === 'unknown module')).toEqual([]);
  });
});

describe('C2: the built house with WHATSAPP_DRIVER=web', builtHouse);
