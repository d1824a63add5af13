import { describe, expect, it } from '@jest/globals';
import { TIMES } from '../ports.ts';
import { type Act, type Glimpse, watch, type Watched } from './watch.ts';

const { nudgeMs, rebuildMs, qrMs, blindMs, startMs } = TIMES;
const SECOND = 1_000;
const glimpse = (socket: string, more: Partial<Glimpse> = {}): Glimpse => ({
  ...{ socket, synced: false, injected: false },
  ...more,
});
const IN_STEP = glimpse('CONNECTED', { synced: true, injected: true });

/** Looks every two seconds for so long; answers with what was done, and when. */
function looks(
  from: Watched,
  seen: Glimpse | undefined,
  ms: number,
): { acts: [number, Act][]; watched: Watched } {
  const acts: [number, Act][] = [];
  let watched = from;
  for (let now = 0; now <= ms; now += 2 * SECOND) {
    const { act, watched: next } = watch(watched, seen, now, TIMES);
    watched = next;
    if (act.do !== 'nothing') acts.push([now, act]);
  }
  return { acts, watched };
}
const fresh: Watched = { begunAt: 0, ready: false };

describe('C2: the watchdogs', () => {
  it('leave alone what works', () => {
    expect(looks({ ...fresh, ready: true }, IN_STEP, 10 * startMs).acts).toEqual([]);
  });

  it('a lost "ready" is called for once, then all begins anew', () => {
    const seen = glimpse('CONNECTED', { synced: true });
    const nudged = nudgeMs + 2 * SECOND;
    expect(looks(fresh, seen, nudged + rebuildMs + 2 * SECOND).acts).toEqual([
      [nudged, { do: 'nudge' }],
      [nudged + rebuildMs + 2 * SECOND, { do: 'rebuild', code: 'ready_lost' }],
    ]);
  });

  it('a page that was loaded anew has lost the library: the same, even though it was ready', () => {
    const seen = glimpse('CONNECTED', { synced: true });
    const { acts, watched } = looks({ ...fresh, ready: true }, seen, nudgeMs + 2 * SECOND);
    expect(acts.map(([, act]) => act.do)).toEqual(['nudge']);
    expect(looks(watched, IN_STEP, rebuildMs * 2).acts).toEqual([]);
  });

  it('an idle code is renewed, again and again', () => {
    const idle = glimpse('UNPAIRED_IDLE');
    const { acts } = looks({ ...fresh, qrAt: 0 }, idle, 2 * nudgeMs);
    expect(acts).toEqual([0, nudgeMs, 2 * nudgeMs].map((at) => [at, { do: 'refresh_qr' }]));
  });

  it('a code that stands too long is renewed; one that no renewing helps ends it', () => {
    const { acts } = looks({ ...fresh, qrAt: 0 }, glimpse('UNPAIRED'), startMs + 2 * SECOND);
    expect(acts[0]).toEqual([qrMs + 2 * SECOND, { do: 'refresh_qr' }]);
    expect(acts.at(-1)).toEqual([startMs + 2 * SECOND, { do: 'rebuild', code: 'qr_stale' }]);
  });

  it('no code at all ends it', () => {
    const { acts } = looks(fresh, glimpse('UNPAIRED'), startMs + 2 * SECOND);
    expect(acts).toEqual([[startMs + 2 * SECOND, { do: 'rebuild', code: 'qr_stale' }]]);
  });

  it('a page that says nothing any more ends it; one that has never said anything gets longer', () => {
    const gone = looks({ ...fresh, seenAt: 0, ready: true }, undefined, blindMs + 2 * SECOND);
    expect(gone.acts).toEqual([[blindMs + 2 * SECOND, { do: 'rebuild', code: 'page_gone' }]]);
    const slow = looks(fresh, undefined, startMs + 2 * SECOND);
    expect(slow.acts).toEqual([[startMs + 2 * SECOND, { do: 'rebuild', code: 'start_timeout' }]]);
  });

  it('a session that loads for ever ends; one that was ready waits for the network', () => {
    const opening = glimpse('OPENING');
    expect(looks(fresh, opening, startMs + 2 * SECOND).acts.at(-1)?.[1]).toEqual({
      do: 'rebuild',
      code: 'sync_timeout',
    });
    expect(looks({ ...fresh, ready: true }, glimpse('TIMEOUT'), 10 * startMs).acts).toEqual([]);
  });

  it('a session that lost its phone without a word is told as ended, not at the first sight of it', () => {
    const { acts } = looks({ ...fresh, ready: true }, glimpse('UNPAIRED'), nudgeMs + 2 * SECOND);
    expect(acts).toEqual([[nudgeMs + 2 * SECOND, { do: 'unlink' }]]);
  });

  it('and forgets it when it is back', () => {
    const { watched } = looks({ ...fresh, ready: true }, glimpse('UNPAIRED'), nudgeMs - 2 * SECOND);
    expect(looks(watched, IN_STEP, nudgeMs).watched.unpairedAt).toBeUndefined();
  });
});
