import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typingErrors } from './distance.ts';

it.each([
  ['gao', 'gao', 0],
  ['sondage', 'sondaje', 1],
  ['sondage', 'sodnage', 1],
  ['sondage', 'sondag', 1],
  ['sondage', 'ssondage', 1],
  ['tombouctou', 'tonboctou', 2],
])('from %s to %s there are %d errors', (a, b, errors) => {
  expect(typingErrors(a, b, 3)).toBe(errors);
});

it('more than the limit is no match', () => {
  expect(typingErrors('kita', 'mopti', 2)).toBeUndefined();
  expect(typingErrors('a', 'abcdef', 2)).toBeUndefined();
});

it('a text of any length is compared or is no match', () => {
  expect(typingErrors('a'.repeat(60), 'a'.repeat(61), 1)).toBeUndefined();
  expect(typingErrors('a'.repeat(61), 'a'.repeat(60), 1)).toBeUndefined();
  expect(typingErrors('a'.repeat(5000), 'b'.repeat(5000), 3)).toBeUndefined();
});

it('is symmetric, and the limit only cuts', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, limit) => {
      const errors = typingErrors(a, b, 20) ?? Infinity;
      expect(typingErrors(b, a, 20)).toBe(errors);
      expect(typingErrors(a, b, limit)).toBe(errors <= limit ? errors : undefined);
    }),
    { seed: 1 },
  );
});
