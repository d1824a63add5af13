import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose, { type mongo } from 'mongoose';
import { FLOW_COLLECTIONS } from '../../src/capabilities/flows/collections.ts';
import { addOnce } from '../../src/capabilities/flows/counting/counts-store.ts';
import { type CountedTurn, walkedEffect } from '../../src/capabilities/flows/counting/effect.ts';
import { figuresOf } from '../../src/capabilities/flows/figures/figures.ts';
import { countsSince } from '../../src/capabilities/flows/figures/figures-store.ts';
import type { EffectItem } from '../../src/conversation/ports.ts';
import { openCollections } from '../../src/store/collections.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

let database: TestDatabase;
let connection: mongoose.Connection;
let db: mongo.Db;
beforeAll(async () => {
  database = await testDatabase();
  connection = await mongoose.createConnection(database.uri, { monitorCommands: true }).asPromise();
  db = connection.getClient().db(database.name);
  await openCollections(db, FLOW_COLLECTIONS);
});
beforeEach(async () => {
  for (const { name } of FLOW_COLLECTIONS) await db.collection(name).deleteMany({});
});
afterAll(async () => {
  await database.drop();
  await connection.close();
});

const id = (nth: number) => createHash('sha256').update(`turn ${nth}`).digest();
const DAY = '2026-01-15';

/** Turn `nth` of many talks of two questions: comes to `a`, goes from `a` to `b`, goes from `b` to the end. */
const buildTurn = (nth: number): CountedTurn => {
  const moves = [
    { begun: 1, 'steps.a.waiting': 1 },
    { 'steps.a.waiting': -1, 'steps.a.out.answered': 1, 'steps.a.time.3': 1, 'steps.b.waiting': 1 },
    { 'steps.b.waiting': -1, 'steps.b.out.answered': 1 },
  ];
  const counts = moves[nth % 3] ?? {};
  const lang = nth % 2 === 0 ? 'fr' : 'bm';
  return {
    id: id(nth),
    day: DAY,
    channel: 'web',
    rows: [{ flow: 'f', day: DAY, lang, channel: 'web', counts }],
  };
};
const TURNS = Array.from({ length: 300 }, (_, nth) => buildTurn(nth));
const figures = async () => figuresOf(await countsSince(db, ['f'], DAY), '2026-01-01');

describe('F11, COMMIT 9: every turn is in the figures once', () => {
  it('out of order, several times, by two processes at once, and after a crash between two tries', async () => {
    const [one, two] = [addOnce(db, 'p1'), addOnce(db, 'p2')];
    const shuffled = [...TURNS, ...TURNS].sort((a, b) => a.id.compare(b.id) || a.day.localeCompare(b.day));
    const batches = Array.from({ length: 20 }, (_, nth) => shuffled.filter((_turn, at) => at % 20 === nth));
    await Promise.all(batches.map((batch, nth) => (nth % 2 === 0 ? one : two)(batch)));
    // What a crash left over comes again, whole.
    await two(TURNS.slice(0, 150));
    const { begun, waiting, steps } = await figures();
    expect({ begun, waiting }).toEqual({ begun: 100, waiting: 0 });
    expect(steps.get('a')).toMatchObject({ in: 100, out: { answered: 100 }, waiting: 0, dropped: 0 });
    expect(steps.get('b')).toMatchObject({ in: 100, out: { answered: 100 }, waiting: 0, dropped: 0 });
  });

  it('a batch that fails half way leaves nothing, and counts whole when it comes again', async () => {
    const broken = buildTurn(1);
    broken.rows.push({ flow: 'f', day: DAY, lang: 'fr', channel: 'web', counts: { 'steps..x': 1 } });
    await expect(addOnce(db, 'p1')([buildTurn(0), broken])).rejects.toThrow();
    expect((await figures()).begun).toBe(0);
    await addOnce(db, 'p1')([buildTurn(0), buildTurn(1)]);
    expect((await figures()).steps.get('a')).toMatchObject({ in: 1, answered: 1, waiting: 0 });
  });

  it('knows the turns an earlier build wrote down one by one', async () => {
    const _id = id(0).subarray(0, 12) as unknown as mongo.ObjectId;
    await db.collection('flow_turns_counted').insertOne({ _id, day: DAY, channel: 'web' });
    await addOnce(db, 'p1')([buildTurn(0), buildTurn(3)]);
    expect((await figures()).begun).toBe(1);
  });

  it('adds up while some turns are not counted yet, and is never below zero', async () => {
    await addOnce(db, 'p1')([buildTurn(1), buildTurn(2)]);
    const { steps } = await figures();
    for (const step of steps.values()) {
      const out = Object.values(step.out).reduce((sum, n) => sum + n, 0);
      expect(step.in).toBe(out + step.waiting + step.dropped);
      expect(step.waiting).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes few commands: a batch is one transaction of four', async () => {
    const commands: string[] = [];
    connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
    await addOnce(db, 'p1')(TURNS.slice(0, 50));
    expect(commands.filter((name) => name !== 'endSessions')).toEqual([
      'find',
      'insert',
      'update',
      'commitTransaction',
    ]);
  });
});

describe('T1, T6: what is kept says nothing of a person', () => {
  it('neither whose talk it was nor when, finer than a day', async () => {
    const effect = walkedEffect(addOnce(db, 'p1'));
    const context = {
      person: 'personne-secrete',
      conversation: 'conversation-secrete',
      channel: 'web',
      address: 'adresse-secrete',
      lang: 'fr',
      day: DAY,
    };
    const params = { rows: [{ flow: 'f', day: DAY, lang: 'fr', counts: { 'steps.a.waiting': 1 } }] };
    await effect.apply([{ id: id(0), rev: 7, context, params } satisfies EffectItem<typeof params>]);
    const kept = await Promise.all(FLOW_COLLECTIONS.map(({ name }) => db.collection(name).find().toArray()));
    expect(JSON.stringify(kept)).not.toMatch(/secrete|T\d\d:|"rev"/u);
    expect(kept.flat().map((doc) => Object.keys(doc))).toEqual([
      ['_id', 'channel', 'day', 'flow', 'lang', 'steps'],
      ['_id', 'turns', 'day', 'channel'],
    ]);
  });

  it.each(['steps.a.$inc', 'a b', 'steps.', 'steps.__proto__.waiting', 'flow'])(
    'refuses the path %j',
    (path) => {
      const effect = walkedEffect(addOnce(db, 'p1'));
      const rows = [{ flow: 'f', day: DAY, lang: 'fr', counts: { [path]: 1 } }];
      expect(effect.params.safeParse({ rows }).success).toBe(false);
    },
  );
});

describe('P3: the queries behind the pages', () => {
  it('look into an index', async () => {
    await addOnce(db, 'p1')(TURNS);
    const plan = await db
      .collection('flow_counts')
      .find({ flow: 'f', day: { $gte: DAY }, lang: 'fr' })
      .explain();
    const stages = JSON.stringify(plan);
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('COLLSCAN');
  });
});
