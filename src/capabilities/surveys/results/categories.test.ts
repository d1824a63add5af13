import { describe, expect, it } from '@jest/globals';
import { categoriesOf } from './categories.ts';

const lines = (counts: Record<string, number>): [string, number][] => {
  const tallies = Object.entries(counts).map(([value, count]) => ({
    question: 'jour',
    type: 'date' as const,
    value,
    count,
  }));
  return categoriesOf({ key: 'jour', type: 'date', choices: [] }, tallies).map(({ key, count }) => [
    key,
    count,
  ]);
};

it('F1: a scale counts every step in its order, those of an earlier version too', () => {
  const scale = { key: 'note', type: 'scale' as const, choices: ['0', '1', '2'] };
  const given = [2, 5, 0].map((value) => ({ question: 'note', type: 'scale' as const, value, count: 6 }));
  expect(categoriesOf(scale, given).map(({ key, count }) => [key, count])).toEqual([
    ['0', 6],
    ['1', 0],
    ['2', 6],
    ['5', 6],
  ]);
});

describe('F1: days in the results of a survey', () => {
  it('are counted by month, in the order of the calendar', () => {
    expect(lines({ '2026-12-01': 7, '2026-05-31': 1, '2026-05-01': 5, '2027-01-01': 6 })).toEqual([
      ['2026-05', 6],
      ['2026-12', 7],
      ['2027-01', 6],
    ]);
  });

  it('are counted by year where they have more than 24 months, and none is lost', () => {
    const months = Array.from(
      { length: 25 },
      (_, n) => `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    );
    const given = Object.fromEntries(months.map((month) => [`${month}-15`, 2]));
    expect(lines(given)).toEqual([
      ['2024', 24],
      ['2025', 24],
      ['2026', 2],
    ]);
    delete given['2026-01-15'];
    expect(lines(given)).toHaveLength(24);
  });
});
