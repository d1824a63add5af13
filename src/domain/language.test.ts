import { expect, it } from '@jest/globals';
import { directionOf } from './language.ts';

it.each([
  ['fr', 'ltr'],
  ['bm', 'ltr'],
  ['ff', 'ltr'],
  ['nqo', 'rtl'],
  ['ar', 'rtl'],
  ['bm-Nkoo', 'rtl'],
  ['ff-Adlm', 'rtl'],
  ['mey-Arab', 'rtl'],
  ['arn', 'ltr'],
])('L9: a page in %s is written %s', (lang, way) => {
  expect(directionOf(lang)).toBe(way);
});
