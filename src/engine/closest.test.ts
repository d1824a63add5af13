import { expect, it } from '@jest/globals';
import { orRather } from './closest.ts';

it.each([
  ['bonjuor', ['fin', 'bonjour'], ' (bonjour?)'],
  ['fni', ['fin'], ' (fin?)'],
  ['fim', ['fin'], ' (fin?)'],
  ['merci', ['fin', 'debut'], ''],
  ['a', ['b'], ''],
  ['', ['fin'], ''],
  ['fin', [], ''],
])('F14: for %s among %j the finding says%s', (word, known, words) => {
  expect(orRather(word, known)).toBe(words);
});
