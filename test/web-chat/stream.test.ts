import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type mongoose from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { keyring, newKeyringFile } from '../../src/store/keys/keyring.ts';
import { MailboxStore } from '../../src/store/mailbox.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Ear, listen } from './listen.ts';
import { memoryMailbox } from './memory-mailbox.ts';
import { type Site, startSite } from './site.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
/** Two processes over one MongoDB. */
let here: Site;
let there: Site;

beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  const keys = keyring(newKeyringFile('test', '2026-11'));
  const mailbox = () =>
    new MailboxStore(connection, keys.fingerprint, keys.sealer, { now: () => Date.now() });
  here = await startSite({ mailbox: mailbox() });
  there = await startSite({ mailbox: mailbox() });
});
afterAll(async () => {
  await here.stop();
  await there.stop();
  await connection.close();
  await database.drop();
});

const texts = (ear: Ear): string[] => ear.items.map((item) => item.text);
const nap = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('C4: the event stream', () => {
  it('tells what was said before and what is said now, and the list tells the same', async () => {
    const token = await here.open();
    await here.tell(token, 'un', { choices: [{ id: 'c', label: 'Oui' }] });
    const ear = await listen(here.url, token);
    expect(ear.headers.get('content-type')).toMatch(/^text\/event-stream/);
    await ear.until(1);
    await here.tell(token, 'deux\nlignes');
    await ear.until(2);
    const response = await fetch(`${here.url}/api/chat/messages`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toEqual(ear.items);
    expect(ear.items[0]).toEqual({ n: expect.any(Number), text: 'un', choices: [{ id: 'c', label: 'Oui' }] });
    ear.cut();
  });

  it('hears what another process appended', async () => {
    const token = await here.open();
    const ear = await listen(here.url, token);
    await there.tell(token, 'ailleurs');
    await ear.until(1);
    expect(texts(ear)).toEqual(['ailleurs']);
    ear.cut();
  });

  it('goes on after 30 cuts at random moments with nothing lost and nothing twice', async () => {
    const token = await here.open();
    const said = Array.from({ length: 45 }, (_, at) => `m${at}`);
    const heard: string[] = [];
    let last = 0;
    let cuts = 0;
    const talking = (async () => {
      for (const [at, text] of said.entries()) {
        await (at % 3 === 0 ? there : here).tell(token, text);
        await nap(10);
      }
    })();
    while (heard.length < said.length || cuts < 30) {
      const home = cuts % 2 === 0 ? here : there;
      const ear = await listen(
        home.url,
        token,
        cuts % 3 === 0 ? { after: last } : { lastEventId: last, after: 0 },
      );
      await nap((cuts * 7) % 40);
      if (cuts >= 30) await ear.until(said.length - heard.length);
      ear.cut();
      cuts += 1;
      heard.push(...texts(ear));
      last = ear.items.at(-1)?.n ?? last;
    }
    await talking;
    expect(heard).toEqual(said);
  });

  it('two tabs hear the same; another chat hears nothing of it', async () => {
    const [token, other] = [await here.open(), await here.open()];
    const [left, right, stranger] = await Promise.all([
      listen(here.url, token),
      listen(there.url, token),
      listen(here.url, other),
    ]);
    for (const text of ['a', 'b', 'c']) await here.tell(token, text);
    await Promise.all([left.until(3), right.until(3)]);
    expect([texts(left), texts(right), texts(stranger)]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], []]);
    for (const ear of [left, right, stranger]) ear.cut();
  });

  it('a fourth stream of one chat retires the oldest by name, because a lost line on 3G lingers', async () => {
    const token = await here.open();
    const ears = [];
    for (let count = 0; count < 4; count += 1) ears.push(await listen(here.url, token));
    await ears[0]?.closed;
    expect(ears[0]?.events).toEqual(['moved']);
    await here.tell(token, 'a');
    for (const ear of ears.slice(1)) await ear.until(1);
    expect(ears[0]?.items).toEqual([]);
    for (const ear of ears) ear.cut();
  });

  it('beats so that a dead line is noticed, ends at stop, and opens no more after it', async () => {
    const site = await startSite({ beatMs: 20 });
    const token = await site.open();
    const ear = await listen(site.url, token);
    while (ear.events.length < 2) await nap(5);
    expect(new Set(ear.events)).toEqual(new Set(['beat']));
    await site.channel.stop?.();
    await ear.closed;
    expect((await fetch(`${site.url}/api/chat/events?token=${token}`)).status).toBe(503);
    await site.stop();
  });

  it('survives a store that is away for a while', async () => {
    let away = false;
    const inner = memoryMailbox();
    const site = await startSite({
      mailbox: {
        ...inner,
        list: (address, after) => (away ? Promise.reject(new Error('away')) : inner.list(address, after)),
        newest: (addresses) => (away ? Promise.reject(new Error('away')) : inner.newest(addresses)),
      },
    });
    const token = await site.open();
    const ear = await listen(site.url, token);
    away = true;
    await site.tell(token, 'a');
    await nap(120);
    expect(ear.items).toEqual([]);
    away = false;
    await ear.until(1);
    ear.cut();
    await site.stop();
  });
});
