import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiContext, ApiRoute } from '../../src/web/api/index.ts';
import { buildAnswer, PAIX, type SurveyWorld, surveyWorld } from '../surveys/survey-world.ts';

describe('S12: surveys for programs', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await surveyWorld();
    const answers = (n: number, value: string, from: number) =>
      Array.from({ length: n }, (_, i) => buildAnswer({ person: `p${String(from + i)}`, value }));
    await world.apply([...answers(30, 'eau', 0), ...answers(3, 'ecole', 30), ...answers(9, 'securite', 33)]);
    await world.apply([buildAnswer({ person: 'p1', question: 'idee', type: 'text', value: 'mots à moi' })]);
  });
  afterAll(() => world.close());

  const route = (path: string): ApiRoute => world.surveys.api!.find((one) => one.path === path)!;
  /** What would leave: run, then the route's own schema. */
  const answer = async (
    path: string,
    params: Record<string, string> = {},
    org = 'campagne',
  ): Promise<unknown> => {
    const found = route(path);
    return found.answer.parse(
      await found.run({ params, query: {}, person: { org } } as unknown as ApiContext),
    );
  };

  it('results are exactly what the pages show, suppressed alike', async () => {
    const shown = await answer('/surveys/:survey/results', { survey: PAIX.id });
    expect(shown).toEqual(await world.surveys.results(PAIX.id));
    const text = JSON.stringify(shown);
    expect(text).toContain('"hidden":"small"');
    expect(text).not.toMatch(/"count":[1-4][,}]/);
    expect(text).not.toContain('mots à moi');
  });

  it('the list counts persons', async () => {
    expect(await answer('/surveys')).toMatchObject({ surveys: [{ id: PAIX.id, started: 42 }] });
  });

  it('T36: for a program of another organisation there is none', async () => {
    expect(await answer('/surveys', {}, 'autre')).toEqual({ surveys: [] });
    await expect(answer('/surveys/:survey/results', { survey: PAIX.id }, 'autre')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('404 for a survey no flow has, and for odd names', async () => {
    for (const survey of ['nowhere', '__proto__', 'constructor', ''])
      await expect(answer('/surveys/:survey/results', { survey })).rejects.toMatchObject({
        code: 'not_found',
      });
  });
});
