import { describe, expect, it } from '@jest/globals';
import { type Forgiven, isSlip } from './slip.ts';

const ANY: Forgiven = { swapped: 1, added: 1, missed: 1, beheaded: 7, changed: 1 };

describe('L4: a slip of the finger', () => {
  it.each([
    ['sotp', 'stop'],
    ['tsop', 'stop'],
    ['stopp', 'stop'],
    ['stiop', 'stop'],
    ['lngue', 'langue'],
    ['langu', 'langue'],
    ['rumour', 'rumeur'],
    ['stoq', 'stop'],
    ['ondage', 'sondage'],
  ])('%s is %s', (typed, known) => {
    expect(isSlip(typed, known, ANY)).toBe(true);
  });

  it.each([
    ['another first letter', 'detour', 'retour'],
    ['a letter before the first', 'astop', 'stop'],
    ['the first letter missing', 'top', 'stop'],
    ['two slips', 'sotpp', 'stop'],
    ['two apart swapped', 'sopt', 'stop'],
    ['another word', 'paix', 'stop'],
    ['nothing', '', 'stop'],
  ])('%s is none: %s for %s', (_, typed, known) => {
    expect(isSlip(typed, known, ANY)).toBe(false);
  });

  it('is forgiven only in a word long enough for its kind', () => {
    const forgiven: Forgiven = { swapped: 4, added: 5, missed: 6, beheaded: 7, changed: 7 };
    expect(['sotp', 'stiop', 'stp', 'stup'].map((typed) => isSlip(typed, 'stop', forgiven))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
