import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answersFrom,
  answerTo,
  entriesOf,
  isPassed,
  NO_ANSWERS,
  recordOf,
  stepsOf,
  withAnswer,
} from './answers.ts';

const step = fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/);
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a,b', '%2C', 'age=1', ',age:x', '', 'true', '12'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
  fc.constant(null),
);
const entries = fc.uniqueArray(fc.tuple(step, value), { selector: ([key]) => key, maxLength: 12 });

describe('the answers of a run as one word', () => {
  it('reads as it was written, in order, whatever was answered', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const answers = answersFrom(given);
        expect(entriesOf(answers)).toEqual(given);
        expect(stepsOf(answers)).toEqual(given.map(([key]) => key));
        for (const [key, held] of given) {
          expect(answerTo(answers, key)).toBe(held);
          expect(isPassed(answers, key)).toBe(true);
        }
      }),
    );
  });

  it('an answer takes the place of the one before, or comes last', () => {
    fc.assert(
      fc.property(entries, step, value, (given, key, held) => {
        const at = given.findIndex(([each]) => each === key);
        const after = at < 0 ? [...given, [key, held]] : given.with(at, [key, held]);
        expect(entriesOf(withAnswer(answersFrom(given), key, held))).toEqual(after);
        expect(isPassed(answersFrom(given), key)).toBe(at >= 0);
      }),
    );
  });

  it('is short, and can be read by eye', () => {
    const answers = answersFrom([
      ['priorite', 'eau'],
      ['age', 23],
      ['idee', null],
      ['reunion', true],
    ]);
    expect(answers).toBe('priorite:eau,age=23,idee,reunion=true');
    expect(recordOf(answers)).toEqual({ priorite: 'eau', age: 23, idee: null, reunion: true });
    expect(recordOf(NO_ANSWERS)).toEqual({});
  });

  it.each(['a:', ',', ',,', 'a=x', '%', ':', '=1', 'a:%2', 'constructor'])(
    'reads %j without a fault',
    (odd) => {
      expect(entriesOf(odd).every(([key]) => typeof key === 'string')).toBe(true);
      expect(typeof isPassed(odd, 'a')).toBe('boolean');
    },
  );
});
