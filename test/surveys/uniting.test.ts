import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { buildAnswer, buildEnding, PAIX, surveyWorld, type SurveyWorld } from './survey-world.ts';

let world: SurveyWorld;
beforeAll(async () => {
  world = await surveyWorld();
});
afterAll(() => world.close());

const ROUNDS = 12;
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'];

describe('C6, S5: two people who become one respondent', () => {
  it(`have what would be there had they always been one: ${ROUNDS} random histories`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const random = seededChance(round);
      const history = Array.from({ length: 14 }, (_, n) => said(random, n));
      await world.empty();
      await give(history, () => 'always-one');
      const one = await stored();
      await world.empty();
      const cuts = [Math.floor(random() * 14), 14].sort((a, b) => a - b);
      for (const [nth, cut] of cuts.entries()) {
        await give(history.slice(cuts[nth - 1] ?? 0, cut), ({ talk }) =>
          talk === 'first' ? 'host' : 'guest',
        );
        await world.surveys.unite('guest', 'host');
      }
      await world.surveys.unite('guest', 'host');
      expect(await stored()).toEqual(one);
      expect(await world.surveys.kept('guest')).toEqual({ answers: 0, surveys: 0 });
    }
  });

  it('what one of them wrote in their own words opens under its new respondent', async () => {
    await world.empty();
    const words = { question: 'idee', type: 'text', value: 'un puits' };
    await world.apply([buildAnswer({ person: 'guest', ...words })]);
    await world.surveys.unite('guest', 'host');
    const { texts } = (await world.surveys.results(PAIX.id)) as unknown as { texts?: unknown };
    expect(texts).toBeUndefined();
    expect(await world.surveys.kept('host')).toEqual({ answers: 1, surveys: 1 });
    const [answer] = await world.db.collection('survey_answers').find().toArray();
    expect(Object.keys(answer ?? {})).not.toContain('value');
  });

  it('an answer that comes between reading and taking away is not lost', async () => {
    await world.empty();
    await world.apply([buildAnswer({ person: 'guest', value: 'eau' })]);
    const newer = buildAnswer({ person: 'guest', value: 'ecole', rev: 2 });
    await Promise.all([world.surveys.unite('guest', 'host'), world.apply([newer])]);
    await world.surveys.unite('guest', 'host');
    const values: unknown[] = await world.db.collection('survey_answers').distinct('value');
    expect(values).toEqual(['ecole']);
  });

  it('nobody else is touched', async () => {
    await world.empty();
    await world.apply([buildAnswer({ person: 'other' }), buildAnswer({ person: 'guest' })]);
    await world.surveys.unite('guest', 'host');
    expect(await world.surveys.kept('other')).toEqual({ answers: 1, surveys: 1 });
  });
});

interface Said {
  talk: 'first' | 'second';
  rev: number;
  day: string;
  question: string;
  value: string;
  ends: boolean;
}

/** Within a talk days and revisions only grow. */
function said(random: () => number, n: number): Said {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  return {
    talk: pick(['first', 'second']),
    rev: n + 1,
    day: DAYS[Math.floor((n / 14) * DAYS.length)]!,
    question: pick(['priorite', 'lieu', 'reunion']),
    value: pick(['eau', 'ecole', 'securite']),
    ends: random() < 0.2,
  };
}

async function give(history: readonly Said[], whose: (said: Said) => string): Promise<void> {
  const items = history.map(({ talk, rev, day, question, value }) => ({
    ...{ rev, day, question, value },
    conversation: talk,
  }));
  const by = history.map(whose);
  await world.apply(items.map((of, n) => buildAnswer({ ...of, person: by[n]! })));
  const ended = history.flatMap(({ ends, value }, n) =>
    ends ? [buildEnding({ ...items[n]!, person: by[n]!, complete: value === 'eau' })] : [],
  );
  await world.apply(ended, 'surveys.ended');
}

/** Without what names the respondent, and the order that is hidden by it. */
async function stored(): Promise<unknown[]> {
  const answers = await world.db.collection('survey_answers').find().toArray();
  const endings = await world.db.collection('survey_endings').find().toArray();
  const NAMING = new Set(['_id', 'respondent', 'v']);
  return [...answers, ...endings]
    .map((doc) => Object.entries(doc).filter(([field]) => !NAMING.has(field)))
    .map((fields) => JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();
}
