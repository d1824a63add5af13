import { describe, expect, it } from '@jest/globals';
import { paceOf } from './pace.ts';

describe('C9: the pace of a gateway', () => {
  it.each([
    [1, 1, 1_000],
    [5, 5, 1_000],
    [0.5, 1, 2_000],
    [1 / 60, 1, 60_000],
    [2.9, 2, 1_000],
  ])('%d a second: %d in %d ms', (perSecond, messages, perMs) => {
    expect(paceOf(perSecond).inAll).toMatchObject({ messages, perMs: expect.closeTo(perMs) as unknown });
  });
});
