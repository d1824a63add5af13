import { beforeEach, describe, expect, it } from '@jest/globals';
import { Echoes } from './echoes.ts';

const SENTENCE = 'Je conduis, je vous rappelle.';
const TEN_MINUTES = 600_000;
let echoes: Echoes;
beforeEach(() => {
  echoes = new Echoes();
});
const hears = (n: number, more: { text?: string; from?: string; now?: number } = {}): boolean => {
  const { text = SENTENCE, from = '+22370000001', now = 0 } = more;
  return echoes.hears({ from, text, id: `g${n}` }, now);
};

describe('C15: a phone that answers by itself', () => {
  it('is heard five times in ten minutes, and not once more', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((n) => hears(n))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(hears(8, { now: TEN_MINUTES + 1 })).toBe(false);
  });

  it('is nobody who says other things, or answers alike, or whose SMS is brought again', () => {
    for (let n = 0; n < 20; n += 1) {
      expect(hears(n, { text: `${SENTENCE} ${n}` })).toBe(false);
      expect(hears(n, { text: '1' })).toBe(false);
      expect(hears(n, { from: `+2237000${String(n).padStart(4, '0')}` })).toBe(false);
      expect(hears(7, { text: 'Le même, encore et encore' })).toBe(false);
    }
  });
});
