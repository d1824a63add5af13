import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildAnswer, buildEnding, type SurveyWorld, surveyWorld } from './survey-world.ts';

describe("a person's rights over their survey answers", () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await surveyWorld();
  });
  beforeEach(async () => {
    await world.empty();
    for (const person of ['p1', 'p2', 'p3']) {
      await world.apply([
        buildAnswer({ person }),
        buildAnswer({ person, question: 'idee', type: 'text', value: 'la paix' }),
        buildAnswer({ person, survey: 'ancien', conversation: `tg-${person}`, channel: 'telegram' }),
      ]);
      await world.apply(
        [buildEnding({ person }), buildEnding({ person, survey: 'jamais-repondu' })],
        'surveys.ended',
      );
    }
  });
  afterAll(() => world.close());

  it('T4: "my data" counts answers over all surveys and channels', async () => {
    expect(await world.surveys.kept('p1')).toEqual({ answers: 3, surveys: 2 });
    expect(await world.surveys.kept('stranger')).toEqual({ answers: 0, surveys: 0 });
  });

  it('T4: erasing takes every answer of that person and no other, surveys without a flow included', async () => {
    expect(await world.surveys.eraseFor('p1')).toBe(5);
    expect(await world.surveys.kept('p1')).toEqual({ answers: 0, surveys: 0 });
    expect(await world.surveys.kept('p2')).toEqual({ answers: 3, surveys: 2 });
    expect(await world.db.collection('survey_answers').countDocuments()).toBe(6);
    expect(await world.db.collection('survey_endings').countDocuments()).toBe(4);
  });

  it('T4: erasing again, or someone unknown, or in an empty database, changes nothing', async () => {
    await world.surveys.eraseFor('p1');
    expect(await world.surveys.eraseFor('p1')).toBe(0);
    expect(await world.surveys.eraseFor('stranger')).toBe(0);
    await world.empty();
    expect(await world.surveys.eraseFor('p2')).toBe(0);
    expect(await world.surveys.kept('p2')).toEqual({ answers: 0, surveys: 0 });
  });
});
