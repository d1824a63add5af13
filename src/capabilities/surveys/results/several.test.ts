import { describe, expect, it } from '@jest/globals';
import { STAFF_K } from './suppression.ts';
import { surveyResults } from './results.ts';
import { forStaff, type ShownCategory } from './suppression.ts';

const CHOICES = ['eau', 'ecole', 'route', 'nsp'];

const shown = (type: 'multi' | 'rank', given: Record<string, number>): ShownCategory[] => {
  const tallies = Object.entries(given).map(([value, count]) => ({ question: 'q', type, value, count }));
  const outline = { id: 's', flow: 's', questions: [{ key: 'q', type, choices: CHOICES }] };
  const started = tallies.reduce((sum, { count }) => sum + count, 0);
  return forStaff(surveyResults(outline, tallies, { started, complete: started, lastDay: null }))
    .questions[0]!.categories;
};
const counts = (lines: readonly ShownCategory[]) =>
  Object.fromEntries(lines.map((line) => [line.key, line.count ?? ('hidden' in line ? line.hidden : '')]));

describe('F1: several choices in the results of a survey', () => {
  it('count each person at every choice, as a share of the persons; who chose none is in the base', () => {
    const lines = shown('multi', { 'eau,ecole': 10, ecole: 7, 'eau,route': 6, '': 5, nsp: 12 });
    expect(counts(lines)).toEqual({ eau: 16, ecole: 17, route: 6, nsp: 12 });
    expect(lines.map(({ key }) => key)).toEqual(CHOICES);
    expect(lines[0]).toMatchObject({ share: 16 / 40, withoutPosition: false });
    expect(lines[3]).toMatchObject({ withoutPosition: true });
  });

  it('S12: hide a count of 1 to 4, and one that nearly everybody is in', () => {
    expect(counts(shown('multi', { 'eau,ecole': 30, 'eau,route': 3 }))).toEqual({
      eau: 33,
      ecole: 'masked',
      route: 'small',
      nsp: 0,
    });
    expect(counts(shown('multi', { eau: STAFF_K - 1 }))).toEqual(
      Object.fromEntries(CHOICES.map((key) => [key, 'masked'])),
    );
  });
});

describe('F1: an order in the results of a survey', () => {
  it('counts who stands first, and tells the mean place of each', () => {
    const lines = shown('rank', { 'eau,ecole,route,nsp': 10, 'ecole,eau,route,nsp': 20, 'route,nsp': 10 });
    expect(counts(lines)).toEqual({ eau: 10, ecole: 20, route: 10, nsp: 0 });
    // Not put in order by ten: they share the places 3 and 4.
    expect(lines.map(({ meanPlace }) => meanPlace)).toEqual([
      (10 * 1 + 20 * 2 + 10 * 3.5) / 40,
      (10 * 2 + 20 * 1 + 10 * 3.5) / 40,
      (30 * 3 + 10 * 1) / 40,
      (30 * 4 + 10 * 2) / 40,
    ]);
  });

  it('S12: a hidden line has no mean place either', () => {
    const lines = shown('rank', { 'eau,ecole,route,nsp': 3, 'ecole,eau,route,nsp': 20 });
    expect(counts(lines)).toEqual({ eau: 'small', ecole: 'masked', route: 0, nsp: 0 });
    expect(lines.map((line) => 'meanPlace' in line)).toEqual([false, false, true, true]);
  });
});
