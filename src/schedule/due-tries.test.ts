import { describe, expect, it } from '@jest/globals';
import { refusal, unavailable } from '../domain/faults.ts';
import { afterFailure, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, pauseAfter, TRIES } from './due-tries.ts';

describe('what follows a failed try', () => {
  it('pauses double from half a minute and never pass three hours', () => {
    const pauses = Array.from({ length: TRIES }, (_, index) => pauseAfter(index + 1));
    expect(pauses[0]).toBe(FIRST_PAUSE_MS);
    for (const [index, pause] of pauses.entries())
      expect(pause).toBe(Math.min(FIRST_PAUSE_MS * 2 ** index, LONGEST_PAUSE_MS));
    expect(pauseAfter(5000)).toBe(LONGEST_PAUSE_MS);
  });

  it.each([
    [refusal('event_gone', 'That event is over.'), 'event_gone'],
    [new RangeError('Awa 76 00 00 00'), 'RangeError'],
    ['a thrown word', 'thrown'],
  ])('names %s by a code, never by its message', (cause, code) => {
    expect(afterFailure(cause, 1)).toEqual({ kind: 'again', code, pauseMs: FIRST_PAUSE_MS, counts: true });
    expect(afterFailure(cause, TRIES)).toEqual({ kind: 'give_up', code });
  });

  it('an outage never leads to giving up, and is tried again soon', () => {
    expect(afterFailure(unavailable('store_unavailable', 'away'), TRIES + 1)).toEqual({
      kind: 'again',
      code: 'store_unavailable',
      pauseMs: FIRST_PAUSE_MS,
      counts: false,
    });
  });
});
