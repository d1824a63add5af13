import { expect, it } from '@jest/globals';
import { listed, numbered } from './numbered.ts';

it.each([
  ['1', 'Ji', '1. Ji'],
  ['2', '✓ Ji', '2. ✓ Ji'],
  ['3', '3', '3'],
  ['3', '3 : toujours', '3 : toujours'],
  ['3', '30 km', '3. 30 km'],
  ['1', '15-17 ans', '1. 15-17 ans'],
  ['3', '３', '3. ３'],
  [undefined, 'Ji', 'Ji'],
])('C7: typed %s for "%s" is shown as "%s"', (digits, label, shown) => {
  expect(numbered({ label, ...(digits !== undefined && { digits }) })).toBe(shown);
});

it('C7: where nothing can be pressed every choice has its number: its place, or the number that is meant by it', () => {
  expect(listed([{ label: 'Ji' }, { label: 'Kalan', digits: '2' }])).toEqual(['1. Ji', '2. Kalan']);
  expect(
    listed([
      { label: '0 jamais', digits: '0' },
      { label: 'toujours', digits: '1' },
    ]),
  ).toEqual(['0 jamais', '1. toujours']);
});

it('C7, T12: what no slip may make has its code in the place of a number', () => {
  const choices = [
    { label: 'Tout effacer', code: '4827' },
    { label: 'Garder', digits: '2' },
  ];
  expect(listed(choices)).toEqual(['4827. Tout effacer', '2. Garder']);
});
