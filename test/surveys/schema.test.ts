import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document, mongo } from 'mongoose';
import { openCollections } from '../../src/store/collections.ts';
import { buildAnswer, buildEnding, type SurveyWorld, surveyWorld } from './survey-world.ts';

const PERSON = 'person-0123456789abcdef';
const TALK = 'talk-fedcba9876543210';

describe('T6: what survey collections give away without the keys', () => {
  let world: SurveyWorld;
  let stored: Record<string, unknown>[];
  beforeAll(async () => {
    world = await surveyWorld();
    const of = { person: PERSON, conversation: TALK };
    await world.apply([
      ...[7, 8].map((rev) => buildAnswer({ ...of, rev, question: `q${rev}` })),
      buildAnswer({ ...of, rev: 9, question: 'idee', type: 'text', value: 'un puits à Gossi' }),
      buildAnswer({ ...of, rev: 9, survey: 'autre' }),
    ]);
    await world.apply([buildEnding({ ...of, rev: 10 })], 'surveys.ended');
    stored = [
      ...(await world.db.collection('survey_answers').find().toArray()),
      ...(await world.db.collection('survey_endings').find().toArray()),
    ];
  });
  afterAll(() => world.close());

  it('collections are clustered, so that the order of insertion is not kept', async () => {
    const found = await world.db.listCollections({}, { nameOnly: false }).toArray();
    for (const { name } of world.surveys.collections) {
      expect(found.find((one) => one.name === name)).toMatchObject({
        options: { clusteredIndex: { key: { _id: 1 } } },
      });
    }
  });

  it('a plain collection in its place stops the start', async () => {
    await world.db.createCollection('plain');
    const rule = { ...world.surveys.collections[0]!, name: 'plain' };
    await expect(openCollections(world.db, [rule])).rejects.toMatchObject({
      code: 'collection_not_clustered',
    });
  });

  it('opening the collections again, and twice at once, is harmless', async () => {
    await Promise.all([1, 2].map(() => openCollections(world.db, world.surveys.collections)));
  });

  it('no ObjectId, no Date, no Timestamp, and no word that is a time finer than a day', () => {
    for (const value of stored.flatMap(leaves)) {
      if (typeof value === 'string') expect(value).not.toMatch(/\d{2}:\d{2}/u);
      else if (typeof value === 'object') expect((value as { _bsontype?: string })._bsontype).toBe('Binary');
    }
    const fields = new Set(stored.flatMap(Object.keys));
    expect([...fields].sort()).toEqual(
      [
        '_id',
        'channel',
        'complete',
        'day',
        'hash',
        'lang',
        'question',
        'respondent',
        'sealed',
        'survey',
        'type',
        'v',
        'value',
      ].sort(),
    );
  });

  it('no id, person or conversation of another collection, in any writing', () => {
    const bytes = Buffer.concat(stored.flatMap(leaves).map(bytesOf));
    const effects = [7, 8, 9].map((rev) => buildAnswer({ person: PERSON, conversation: TALK, rev }).id);
    const foreign = [PERSON, TALK].flatMap((id) => [
      Buffer.from(id),
      Buffer.from(Buffer.from(id).toString('hex')),
    ]);
    for (const id of [...foreign, ...effects]) expect(bytes.includes(id)).toBe(false);
  });

  it('two surveys of one person share no key', () => {
    const of = (survey: string) =>
      stored.filter((one) => one['survey'] === survey).map((one) => hex(one['respondent'] ?? one['_id']));
    const other = new Set(of('autre'));
    expect(other.size).toBe(1);
    expect(of('sondage-paix').some((key) => other.has(key))).toBe(false);
  });

  it('the order guard shows neither the revision nor how far two answers lie apart', async () => {
    const answers = stored.filter((one) => typeof one['v'] === 'number').map((one) => one['v'] as number);
    const sorted = [...answers].sort((a, b) => a - b);
    // Offsets are uniform below 2^40: four of them within 2^24 of each other, or of their revision, is chance 1 : 10^9.
    for (const [index, v] of sorted.entries()) {
      expect(v).toBeGreaterThan(2 ** 24);
      if (index > 0) expect(v - sorted[index - 1]!).toBeGreaterThan(2 ** 20);
    }
  });

  it('T1: free text is sealed and bound to its answer', async () => {
    const raw = Buffer.concat(stored.flatMap(leaves).map(bytesOf));
    expect(raw.includes(Buffer.from('puits'))).toBe(false);
    const text = stored.find((one) => one['type'] === 'text')!;
    expect(text).not.toHaveProperty('value');
    expect(text['sealed']).toBeDefined();
  });

  it('T5: every collection has a rule of retention on a field its documents have', () => {
    for (const { name, retention } of world.surveys.collections) {
      expect(retention).toMatchObject({ kind: 'days', since: 'day' });
      expect(name).toMatch(/^survey_/u);
    }
    expect(stored.every((one) => /^\d{4}-\d{2}-\d{2}$/u.test(String(one['day'])))).toBe(true);
  });
});

const hex = (value: unknown): string => Buffer.from((value as mongo.Binary).value()).toString('hex');

const leaves = (document: Document | Record<string, unknown>): unknown[] => Object.values(document);

function bytesOf(value: unknown): Buffer {
  if (typeof value === 'object' && value !== null && 'value' in value)
    return Buffer.from((value as mongo.Binary).value());
  return Buffer.from(String(value));
}
