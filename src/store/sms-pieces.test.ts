import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { type TestDatabase, testDatabase } from '../../test/mongo/database.ts';
import { memoryPieces } from '../../test/sms/memory-pieces.ts';
import { testKeyring } from '../../test/universe/keyring.ts';
import type { Gathered, Piece } from '../channels/sms/index.ts';
import { connect } from './connection.ts';
import { SmsPieces } from './sms-pieces.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const AWA = '+22370000001';
const WORDS = 'CANARY ka kuma';
let database: TestDatabase;
let connection: Connection;
let people = 0;
beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
});
afterAll(async () => {
  await database.drop();
  await connection.close();
});

const keyring = testKeyring();
const store = () => new SmsPieces(connection, keyring.fingerprint, keyring.sealer);
const piece = (n: number, more: Partial<Piece> = {}): Piece => ({
  ...{ from: AWA, ref: '17', n, of: 3, id: `g${n}`, text: `${WORDS} ${n}` },
  ...more,
});
const said = ({ pieces }: Gathered): string[] =>
  [...pieces].sort((a, b) => a.n - b.n).map(({ text }) => text);

describe.each([
  ['in MongoDB', store],
  ['in memory', memoryPieces],
])('C15: pieces of SMS %s', (_name, open) => {
  const someone = (): string => `+2237000${String((people += 1)).padStart(4, '0')}`;

  it('are kept once, whatever the order and however many bring them at once', async () => {
    const pieces = open();
    const from = someone();
    const all = await Promise.all([1, 2, 3, 2, 1, 3].map((n) => pieces.keep(piece(n, { from }), NOON)));
    const last = await pieces.keep(piece(2, { from }), NOON);
    expect(said(last)).toEqual([1, 2, 3].map((n) => `${WORDS} ${n}`));
    expect(last).toMatchObject({ from, of: 3, done: false });
    expect(all.some(({ pieces: there }) => there.length === 3)).toBe(true);
  });

  it('done: a piece that comes again is known, another begins a new message', async () => {
    const pieces = open();
    const from = someone();
    for (const n of [1, 2]) await pieces.keep(piece(n, { from }), NOON);
    await pieces.done(await pieces.keep(piece(3, { from }), NOON));
    expect(await pieces.keep(piece(2, { from }), NOON)).toMatchObject({ done: true });
    const next = await pieces.keep(piece(1, { from, id: 'h1' }), NOON);
    expect([next.done, said(next)]).toEqual([false, [`${WORDS} 1`]]);
  });

  it('another SMS in a place that is taken is of another message', async () => {
    const pieces = open();
    const from = someone();
    await pieces.keep(piece(1, { from }), NOON);
    const next = await pieces.keep(piece(1, { from, id: 'h1', text: 'x' }), NOON);
    expect(said(next)).toEqual(['x']);
  });

  it('waiting: those of which nothing came for a while, and none that is done', async () => {
    const pieces = open();
    const [early, late] = [someone(), someone()];
    await pieces.keep(piece(1, { from: early }), NOON);
    await pieces.keep(piece(1, { from: late }), NOON + 1000);
    const waiting = async () => (await pieces.waiting(NOON + 1000)).map(({ from }) => from);
    expect(await waiting()).toContain(early);
    expect(await waiting()).not.toContain(late);
    for (const gathered of await pieces.waiting(NOON + 1000)) await pieces.done(gathered);
    expect(await waiting()).toEqual([]);
  });
});

describe('T1, T5: what is kept of them', () => {
  const all = () => connection.collection('sms_pieces').find().toArray();

  it('no number and no word in clear, none at all once done, and nothing of an erased person', async () => {
    await connection.collection('sms_pieces').deleteMany({});
    const pieces = store();
    await pieces.keep(piece(1), NOON);
    const other = '+22370000099';
    await pieces.keep(piece(1, { from: other }), NOON);
    const gathered = await pieces.keep(piece(2), NOON);
    const bytes = (await all()).map((document) => JSON.stringify(document)).join('');
    for (const needle of [AWA, AWA.slice(1), 'CANARY', Buffer.from('CANARY').toString('base64').slice(0, 7)])
      expect(bytes).not.toContain(needle);
    await pieces.done(gathered);
    const [done] = (await all()).filter((document) => document['done'] === true);
    expect(done).not.toHaveProperty('from');
    expect(done?.['pieces']).toEqual([1, 2].map((n) => ({ n, id: expect.stringMatching(/^[0-9a-f]{32}$/) })));
    await pieces.drop(AWA);
    expect((await all()).map((document) => 'done' in document)).toEqual([false]);
  });
});
