import { describe, expect, it } from '@jest/globals';
import type { QuestionOutline } from '../outline.ts';
import type { Tally } from '../results-store.ts';
import { surveyResults } from './results.ts';

const eau = (...choices: string[]): QuestionOutline => ({ key: 'eau', type: 'choice', choices });
const survey = (...questions: QuestionOutline[]) => ({ id: 's', flow: 's', hash: 'now', questions });
const row = (hash: string, value: string, count: number): Tally => ({
  question: 'eau',
  type: 'choice',
  value,
  count,
  hash,
});
const NOBODY = { started: 9, complete: 9, lastDay: null };
/** `question version: choice count, …` */
const shown = (...of: Parameters<typeof surveyResults>) =>
  surveyResults(...of).questions.map(
    ({ question, version = 'now', current, categories }) =>
      `${question} ${version}${current ? '' : ' past'}: ${categories.map(({ key, count }) => `${key} ${count}`).join(', ')}`,
  );

describe('F6, rapidpro#827: an edit under a running survey mixes no meanings', () => {
  it('answers to the same question count together, whatever version asked it and in whatever order', () => {
    const asked = new Map([['old', [eau('non', 'oui')]]]);
    expect(
      shown(survey(eau('oui', 'non')), [row('now', 'oui', 2), row('old', 'oui', 3)], NOBODY, asked),
    ).toEqual(['eau now: oui 5, non 0']);
  });

  it('answers to other choices stand apart, with the choices there were, under the version that offered them', () => {
    const asked = new Map([
      ['old', [eau('oui', 'non')]],
      ['older', [eau('oui', 'non')]],
    ]);
    const tallies = [row('now', 'oui', 2), row('old', 'oui', 3), row('older', 'non', 1)];
    expect(shown(survey(eau('oui', 'non', 'peu')), tallies, NOBODY, asked)).toEqual([
      'eau now: oui 2, non 0, peu 0',
      'eau old past: oui 3, non 1',
    ]);
  });

  it('answers of another type, and to a question that was taken away, stand apart', () => {
    const asked = new Map([['old', [{ key: 'eau', type: 'number' as const, choices: [] }]]]);
    const number: Tally = { question: 'eau', type: 'number', value: 3, count: 4, hash: 'old' };
    expect(shown(survey(eau('oui')), [number], NOBODY, asked)).toEqual([
      'eau now: oui 0',
      'eau old past: 3 4',
    ]);
    expect(shown(survey(), [row('now', 'oui', 2)], NOBODY, new Map())).toEqual(['eau now past: oui 2']);
  });

  it('an answer of a version nobody has any more counts with the question of its name and type', () => {
    expect(shown(survey(eau('oui')), [row('lost', 'oui', 2)], NOBODY, new Map())).toEqual(['eau now: oui 2']);
  });
});
