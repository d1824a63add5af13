import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EffectItem } from '../../src/conversation/ports.ts';
import { buildAnswer, buildEnding, PAIX, type SurveyWorld, surveyWorld } from './survey-world.ts';

describe('survey answers as they are kept', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await surveyWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const answers = () => world.db.collection('survey_answers').find().toArray();
  const kept = async () => (await answers()).map((one) => one['value'] as unknown);

  it('T11: the same batch 1 to 100 times at once has one effect', async () => {
    const batch = ['priorite', 'autre'].map((question) => buildAnswer({ question }));
    await world.apply(batch);
    const once = await answers();
    for (const copies of [1, 7, 100]) {
      await world.empty();
      await Promise.all(Array.from({ length: copies }, () => world.apply(batch)));
      expect(await answers()).toEqual(once);
    }
  });

  it('an empty batch asks nothing of the database', async () => {
    world.commands();
    await world.apply([]);
    await world.apply([], 'surveys.ended');
    expect(world.commands()).toEqual([]);
  });

  it('is one unordered bulk write, majority and journaled', async () => {
    world.commands();
    await world.apply([buildAnswer(), buildAnswer({ person: 'p2' })]);
    expect(world.commands()).toEqual([
      expect.objectContaining({
        update: 'survey_answers',
        ordered: false,
        writeConcern: { w: 'majority', j: true },
      }),
    ]);
  });

  it('S5: the last answer wins in whatever order, batches and copies it is applied', async () => {
    const step = fc.record({
      rev: fc.integer({ min: 1, max: 40 }),
      conversation: fc.constantFrom('a', 'b'),
      day: fc.constantFrom('2026-03-01', '2026-03-02'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(step, {
          minLength: 1,
          maxLength: 12,
          selector: ({ rev, conversation }) => `${conversation}${rev}`,
        }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        async (steps, size, chance) => {
          const items = steps.map((one) =>
            buildAnswer({ ...one, value: `${one.day} ${one.conversation}${one.rev}` }),
          );
          await world.empty();
          await Promise.all(
            shuffledBatches([...items, ...items], size, chance).map((batch) => world.apply(batch)),
          );
          const [first, ...rest] = await kept();
          expect(rest).toEqual([]);

          await world.empty();
          for (const item of items) await world.apply([item]);
          expect(await kept()).toEqual([first]);

          const newestDay = steps
            .map(({ day }) => day)
            .sort()
            .at(-1)!;
          const candidates = steps.filter(({ day }) => day === newestDay);
          const latest = Math.max(...candidates.map(({ rev }) => rev));
          const expected = candidates.filter(({ rev }) => rev === latest);
          expect(expected.map((one) => `${one.day} ${one.conversation}${one.rev}`)).toContain(first);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('S5: a newer answer that loses the race of two first inserts is not lost', async () => {
    for (let round = 0; round < 60; round += 1) {
      const items = [1, 2, 3, 4].map((rev) => buildAnswer({ person: `p${round}`, rev, value: `v${rev}` }));
      await Promise.all(items.map((item) => world.apply([item])));
    }
    expect(new Set(await kept())).toEqual(new Set(['v4']));
  });

  it('F1: one taken back by a change before it is gone, once or many times; a newer one, and another’s, stay', async () => {
    const takenBack = (rev: number) => {
      const answer = buildAnswer({ rev });
      return { ...answer, params: { survey: PAIX.id, question: 'priorite' } };
    };
    await world.apply([buildAnswer({ rev: 3 }), buildAnswer({ rev: 3, person: 'p2' })]);
    await world.apply([takenBack(2)], 'surveys.withdrawal');
    expect(await answers()).toHaveLength(2);
    for (let copies = 0; copies < 3; copies += 1)
      await world.apply([takenBack(4), takenBack(4)], 'surveys.withdrawal');
    expect(await answers()).toHaveLength(1);
    await world.apply([buildAnswer({ rev: 5, value: 'ecole' })]);
    await world.apply([takenBack(4)], 'surveys.withdrawal');
    expect(await kept()).toContain('ecole');
  });

  it('S5: a person on two channels is counted once, with the answer of the later day', async () => {
    await world.apply([
      buildAnswer({ conversation: 'tg', channel: 'telegram', rev: 500, day: '2026-03-01', value: 'eau' }),
      buildAnswer({ conversation: 'web', channel: 'web', rev: 2, day: '2026-03-09', value: 'ecole' }),
    ]);
    expect(await answers()).toEqual([expect.objectContaining({ value: 'ecole', channel: 'web' })]);
    expect((await world.surveys.results('sondage-paix'))!.started).toBe(1);
  });

  it('an ending counts once a person, and complete stays complete', async () => {
    const endings = [
      buildEnding({ complete: true, day: '2026-03-01', rev: 3 }),
      buildEnding({ complete: false, day: '2026-03-05', rev: 9 }),
      buildEnding({ person: 'p2', complete: false }),
    ];
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => world.apply([endings[index % 3]!], 'surveys.ended')),
    );
    const found = await world.surveys.results('sondage-paix');
    expect(found).toMatchObject({ started: 2, complete: 1, lastDay: '2026-03-05' });
  });

  it('T13: operators and field paths in an answer stay words', async () => {
    for (const value of ['$set', '{"$gt":""}', '$$ROOT', '__proto__', 'a.b', '\u0000']) {
      await world.empty();
      await world.apply([buildAnswer({ value })]);
      expect(await kept()).toEqual([value]);
    }
  });
});

/** Cuts a shuffled list into batches of `size`. */
function shuffledBatches(items: EffectItem[], size: number, chance: number[]): EffectItem[][] {
  const shuffled = items
    .map((item, index) => ({ item, at: chance[index % chance.length]! * (index + 1) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
  const batches: EffectItem[][] = [];
  for (let start = 0; start < shuffled.length; start += size)
    batches.push(shuffled.slice(start, start + size));
  return batches;
}
