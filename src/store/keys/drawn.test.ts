import { describe, expect, it } from '@jest/globals';
import { drawnBytes } from './drawn.ts';

describe('random bytes from one draw', () => {
  it('gives as many as asked, each once, over the end of a draw and for more than a draw', () => {
    const sizes = [12, 9, 4096, 1, 4095, 2, 5000, ...Array.from({ length: 2000 }, () => 12)];
    const given = sizes.map((size) => Buffer.from(drawnBytes(size)));
    expect(given.map(({ length }) => length)).toEqual(sizes);
    const tokens = given.filter(({ length }) => length === 12).map((bytes) => bytes.toString('hex'));
    expect(new Set(tokens).size).toBe(tokens.length);
    // No bytes but those of chance: a draw that was never made would be zeros.
    expect(
      given.filter(({ length }) => length > 8).filter((bytes) => bytes.every((byte) => byte === 0)),
    ).toEqual([]);
  });
});
