import { expect, it } from '@jest/globals';
import { askSchema } from './schema.ts';

/** What the schema says of a question, a line a fault. */
const faults = (source: Record<string, unknown>): string[] =>
  askSchema.safeParse({ ask: 'q', ...source }).error?.issues.map(({ message }) => message) ?? [];
const several = (type: string, more: Record<string, unknown> = {}): string[] =>
  faults({ type, choices: ['eau', 'ecole', 'route'], ...more });

it('F1: a question for several choices has bounds that can be kept, and keys that stay small', () => {
  expect(several('multi', { min: 0, max: 3 })).toEqual([]);
  expect(several('multi', { min: 3, max: 2 })).toEqual(['has a min above its max']);
  expect(several('multi', { min: 4 })).toEqual(['has a min above the number of its choices']);
  expect(several('multi', { choices: ['eau', 'eau'] })).toEqual(['names a choice twice']);
  expect(several('multi', { choices: ['eau', 'done'] })).toEqual(['has a choice "done", which ends it']);
  expect(several('multi', { choices: [] })).toEqual(['must offer a choice']);
  expect(
    several('multi', { choices: Array.from({ length: 9 }, (_, n) => `cle-assez-longue-mais-${n}`) }),
  ).toEqual(['has keys of more than 180 characters together; shorten them']);
  expect(several('multi', { choices: ['eau', { key: 'rien', button_only: true }] })).not.toEqual([]);
});

it('F1: a question for an order has two choices at least and nine at most', () => {
  expect(several('rank', { first: 2 })).toEqual([]);
  expect(several('rank', { first: 4 })).toEqual(['has a first above the number of its choices']);
  expect(several('rank', { choices: ['eau'] })).toEqual(['must offer two choices']);
  expect(several('rank', { choices: Array.from('abcdefghij') })).toEqual(['must offer at most 9 choices']);
});
