import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ShownResults } from '../../src/capabilities/surveys/index.ts';
import type { EffectItem } from '../../src/conversation/ports.ts';
import type { Value } from '../../src/engine/types.ts';
import { buildAnswer, buildEnding, type SurveyWorld, surveyWorld } from './survey-world.ts';

const PEOPLE = 300;

/** A plausible field of answers, the same in every run (linear congruential generator, Numerical Recipes). */
function field(): { person: string; answers: Record<string, Value>; complete: boolean }[] {
  let state = 20_260_301;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return Array.from({ length: PEOPLE }, (_, index) => {
    const reached = 1 + below(5);
    const all: [string, Value][] = [
      ['priorite', pick(['securite', 'securite', 'eau', 'eau', 'eau', 'ecole', 'ne_sait_pas'])],
      ['age', 15 + below(50)],
      ['idee', `idée ${index}`],
      ['lieu', pick(['bamako', 'gao/ansongo', 'gao', 'segou/niono', 'segou', 'segou'])],
      ['reunion', below(3) > 0],
    ];
    return {
      person: `p${index}`,
      answers: Object.fromEntries(all.slice(0, reached)),
      complete: reached === 5,
    };
  });
}

const TYPES: Record<string, string> = {
  priorite: 'choice',
  age: 'number',
  idee: 'text',
  lieu: 'place',
  reunion: 'yes_no',
};

describe('survey results', () => {
  const people = field();
  let world: SurveyWorld;
  let results: ShownResults;
  beforeAll(async () => {
    world = await surveyWorld();
    const items = people.flatMap(({ person, answers }): EffectItem[] =>
      Object.entries(answers).map(([question, value], index) =>
        buildAnswer({ person, question, type: TYPES[question]!, value, rev: index + 1 }),
      ),
    );
    // Everything is answered twice; the first try at each question must leave no trace.
    await world.apply(
      items.map((item) => ({
        ...item,
        rev: 0,
        id: Buffer.concat([item.id, Buffer.of(1)]),
        params: { ...(item.params as object), value: 'wrong' },
      })),
    );
    await world.apply(items);
    await world.apply(
      people.map(({ person, complete }) => buildEnding({ person, complete })),
      'surveys.ended',
    );
    await world.apply([buildAnswer({ person: 'p1', survey: 'autre' })]);
    results = (await world.surveys.results('sondage-paix'))!;
  });
  afterAll(() => world.close());

  const valuesOf = (question: string): Value[] =>
    people.flatMap(({ answers }) => (question in answers ? [answers[question]!] : []));
  const found = (question: string) => results.questions.find((one) => one.question === question)!;

  it('count persons and bases as an independent recount does', () => {
    expect(results).toMatchObject({
      started: PEOPLE,
      complete: people.filter(({ complete }) => complete).length,
    });
    for (const question of Object.keys(TYPES)) {
      const n = valuesOf(question).length;
      expect(found(question)).toMatchObject({ n, unanswered: PEOPLE - n, current: true });
    }
  });

  it('count every category and its share of the base as an independent recount does', () => {
    const keyed: Record<string, (value: Value) => string> = {
      priorite: String,
      lieu: (value) => /^[^/]*/u.exec(String(value))![0],
      reunion: (value) => (value === true ? 'yes' : 'no'),
    };
    for (const [question, keyOf] of Object.entries(keyed)) {
      const keys = valuesOf(question).map(keyOf);
      for (const line of found(question).categories) {
        const count = keys.filter((key) => key === line.key).length;
        expect(line).toMatchObject({ count, share: count / keys.length });
      }
      expect(found(question).categories.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(keys.length);
    }
  });

  it('sum up numbers as sorting them all does', () => {
    const ages = (valuesOf('age') as number[]).sort((a, b) => a - b);
    const { numbers, categories } = found('age');
    const middle = (ages[Math.floor((ages.length - 1) / 2)]! + ages[Math.ceil((ages.length - 1) / 2)]!) / 2;
    expect(numbers).toMatchObject({ min: ages[0], max: ages.at(-1), median: middle });
    expect(numbers!.mean).toBeCloseTo(ages.reduce((sum, age) => sum + age, 0) / ages.length, 10);
    for (const { range, count } of categories) {
      expect(count).toBe(ages.filter((age) => age >= range!.from && age <= range!.to).length);
    }
  });

  it('S1: "don\'t know" stays in the base, comes last and is not "no answer"', () => {
    const last = found('priorite').categories.at(-1)!;
    expect(last).toMatchObject({ key: 'ne_sait_pas', withoutPosition: true });
    expect(last.count).toBeGreaterThan(0);
    expect(found('priorite').categories.map(({ key }) => key)).toEqual([
      'securite',
      'eau',
      'ecole',
      'ne_sait_pas',
    ]);
  });

  it('open text is counted and never listed', () => {
    expect(found('idee').categories).toEqual([]);
    expect(JSON.stringify(results)).not.toContain('idée');
  });

  it('a survey that no flow has is null; one without answers is all zero', async () => {
    expect(await world.surveys.results('autre')).toBeNull();
    expect(await world.surveys.results('$ne')).toBeNull();
    await world.empty();
    const empty = (await world.surveys.results('sondage-paix'))!;
    expect(empty).toMatchObject({ started: 0, complete: 0, lastDay: null });
    expect(empty.questions.map(({ n, unanswered }) => [n, unanswered])).toEqual(Array(5).fill([0, 0]));
  });

  it('a question that changed its type, or left the flow, stays apart as an earlier version', async () => {
    await world.empty();
    await world.apply([
      ...Array.from({ length: 6 }, (_, i) =>
        buildAnswer({ person: `a${i}`, question: 'age', type: 'choice', value: 'jeune' }),
      ),
      ...Array.from({ length: 6 }, (_, i) =>
        buildAnswer({ person: `b${i}`, question: 'age', type: 'number', value: 20 }),
      ),
      ...Array.from({ length: 6 }, (_, i) =>
        buildAnswer({ person: `b${i}`, question: 'retiree', value: 'x' }),
      ),
    ]);
    const { questions } = (await world.surveys.results('sondage-paix'))!;
    expect(
      questions.filter(({ current }) => !current).map(({ question, type, n }) => [question, type, n]),
    ).toEqual([
      ['age', 'choice', 6],
      ['retiree', 'choice', 6],
    ]);
    expect(questions.find(({ question, current }) => question === 'age' && current)).toMatchObject({ n: 6 });
  });
});
