import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import type { Mailbox } from '../../src/channels/web/index.ts';
import { connect } from '../../src/store/connection.ts';
import { keyring, newKeyringFile } from '../../src/store/keys/keyring.ts';
import { MailboxStore, MAILBOXES } from '../../src/store/mailbox.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
const keys = keyring(newKeyringFile('test', '2026-11'));
let now = Date.UTC(2026, 10, 21);
const clock = { now: () => now };
/** The port's type, so that the compiler holds the store to it. */
let mailbox: Mailbox;

beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  const store = new MailboxStore(connection, keys.fingerprint, keys.sealer, clock);
  await store.prepare();
  await store.prepare();
  mailbox = store;
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const address = (): string => randomBytes(32).toString('base64url');
const letter = (id: string, text = id) => ({ id, text, choices: [{ id: `c-${id}`, label: 'Oui' }] });
const texts = async (of: string, after = 0): Promise<string[]> =>
  (await mailbox.list(of, after)).map((item) => item.text);
const raw = () => connection.collection(MAILBOXES);

describe('C4: the mailbox in MongoDB', () => {
  it('keeps the order, gives growing numbers, lists what came after one', async () => {
    const one = address();
    for (const id of ['a', 'b', 'c']) await mailbox.append(one, letter(id));
    const items = await mailbox.list(one, 0);
    expect(items.map((item) => item.text)).toEqual(['a', 'b', 'c']);
    expect(items[0]?.choices).toEqual([{ id: 'c-a', label: 'Oui' }]);
    expect(await texts(one, items[1]?.n)).toEqual(['c']);
    expect(await texts(address())).toEqual([]);
  });

  it('C14: keeps what a recording weighs, and nothing where there is none', async () => {
    const one = address();
    const audio = { url: '/media/x', type: 'audio/ogg' as const, bytes: 34_000, seconds: 12.3 };
    await mailbox.append(one, { ...letter('a'), audio });
    await mailbox.append(one, letter('b'));
    const [first, second] = await mailbox.list(one, 0);
    expect(first?.audio).toEqual(audio);
    expect(second).not.toHaveProperty('audio');
  });

  it('keeps the order of letters that left together, in one group', async () => {
    const one = address();
    const ids = Array.from({ length: 20 }, (_, at) => `g${at}`);
    await Promise.all(ids.map((id) => mailbox.append(one, letter(id))));
    expect(await texts(one)).toEqual(ids);
  });

  it('T11: the same message 100 times at once, in a mailbox that did not exist, is kept once', async () => {
    const [one, other] = [address(), address()];
    const second = new MailboxStore(connection, keys.fingerprint, keys.sealer, clock);
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? mailbox : second).append(one, letter('same'))),
    );
    await mailbox.append(other, letter('same'));
    await mailbox.append(one, letter('next'));
    await mailbox.append(one, letter('same'));
    expect(await texts(one)).toEqual(['same', 'next']);
    expect(await texts(other)).toEqual(['same']);
    expect(
      (await raw().findOne({ _id: new mongoose.mongo.Binary(keys.fingerprint('mailbox', one)) }))?.[
        'letters'
      ],
    ).toHaveLength(2);
  });

  it('T13: ids and texts that look like operators or fields are only words', async () => {
    const one = address();
    for (const id of ['$n', '$$ROOT', '{"$ne":1}', '__proto__'])
      await mailbox.append(one, letter(id, `$letters ${id}\u0000`));
    expect(await texts(one)).toHaveLength(4);
    await mailbox.append(one, letter('$n'));
    expect(await texts(one)).toHaveLength(4);
  });

  it('keeps the last fifty', async () => {
    const one = address();
    await Promise.all(Array.from({ length: 60 }, (_, at) => mailbox.append(one, letter(`f${at}`))));
    const kept = await texts(one);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, 'f10', 'f59']);
  });

  it('T5: 72 hours after the last message MongoDB lets the mailbox go; an older letter is gone before', async () => {
    const index = (await raw().indexes()).find((each) => 'touched' in each.key);
    expect(index?.expireAfterSeconds).toBe(72 * 60 * 60);
    const one = address();
    await mailbox.append(one, letter('old'));
    now += 72 * 60 * 60 * 1000;
    expect(await texts(one)).toEqual([]);
    await mailbox.append(one, letter('young'));
    expect(await texts(one)).toEqual(['young']);
    const stored = await raw().findOne({
      _id: new mongoose.mongo.Binary(keys.fingerprint('mailbox', one)),
    });
    expect(stored?.['letters']).toHaveLength(1);
  });

  it('drop leaves nothing, and a page that was there before still gets what is new', async () => {
    const one = address();
    await mailbox.append(one, letter('a'));
    const seen = (await mailbox.list(one, 0)).at(-1)?.n ?? 0;
    await mailbox.drop(one);
    expect(
      await raw().countDocuments({
        _id: new mongoose.mongo.Binary(keys.fingerprint('mailbox', one)) as never,
      }),
    ).toBe(0);
    now += 10;
    await mailbox.append(one, letter('b'));
    expect(await texts(one, seen)).toEqual(['b']);
    await mailbox.drop(address());
  });

  it('tells the newest number of many chats at once', async () => {
    const [one, other, empty] = [address(), address(), address()];
    await mailbox.append(one, letter('a'));
    await mailbox.append(other, letter('a'));
    const many = Array.from({ length: 600 }, address);
    const newest = await mailbox.newest([...many, one, other, empty]);
    expect([...newest.keys()].sort()).toEqual([one, other].sort());
    expect(newest.get(one)).toBe((await mailbox.list(one, 0)).at(-1)?.n);
  });
});

describe('T1, T2: what lies in the database', () => {
  it('no token, no text, no choice in clear', async () => {
    const one = address();
    await mailbox.append(one, {
      id: 'o1',
      text: 'canary-text',
      choices: [{ id: 'canary-choice', label: 'canary-label' }],
    });
    const stored = JSON.stringify(await raw().find().toArray(), (_, value: unknown) =>
      value instanceof mongoose.mongo.Binary ? Buffer.from(value.buffer).toString('latin1') : value,
    );
    expect(stored).not.toContain('canary');
    expect(stored).not.toContain(one);
  });

  it('a letter moved to another chat or id does not open, and the others still arrive', async () => {
    const [one, other] = [address(), address()];
    await mailbox.append(one, letter('mine'));
    await mailbox.append(other, letter('theirs'));
    const idOf = (of: string) => ({
      _id: new mongoose.mongo.Binary(keys.fingerprint('mailbox', of)) as never,
    });
    const stolen: unknown = (await raw().findOne(idOf(one)))?.['letters'];
    await raw().updateOne(idOf(other), { $push: { letters: { $each: stolen } } } as never);
    expect(await texts(other)).toEqual(['theirs']);
  });
});
