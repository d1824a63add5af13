import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import { testClock } from '../../../../test/universe/time.ts';
import type { Member } from '../../audiences/index.ts';
import type { RunDoc } from './documents-store.ts';
import { plan, type PlanDeps, type Planned } from './plan.ts';

const PEOPLE = 35_000;
/** A page, and the one that is read ahead: what the heap holds of a million. */
const MOST_HELD = 20_000;
const BROADCAST = { id: 'b1', audience: { all: [] }, scope: {} };

const memberAt = (n: number): Member => {
  const id = Buffer.alloc(16);
  id.writeUInt32BE(n + 1, 12);
  return { id, reach: Buffer.from('r'), lang: 'fr', channel: 'web' };
};
/** As the database gives it back; only its bytes are read. */
const binaryOf = (bytes: Buffer): NonNullable<RunDoc['cursor']> =>
  ({ value: () => bytes }) as unknown as NonNullable<RunDoc['cursor']>;
const placeOf = (id: Buffer): number => id.readUInt32BE(12);

/** Members by number, and what a plan holds and writes of them. */
function world() {
  const clock = testClock(Date.UTC(2026, 10, 23));
  const times = new Map<number, number>();
  const run: RunDoc = { _id: 'b1', day: '', cursor: null, planned: 0, bypassed: 0, looks: [] };
  const seen = { held: 0, mostHeld: 0, stopAfter: Infinity, pages: 0 };
  const unexpected = (): never => {
    throw new Error('Planning does not ask for this.');
  };
  const deps = {
    audiences: {
      async members(_of, _scope, after, limit) {
        const from = after === null ? 0 : placeOf(after);
        const found = Array.from({ length: Math.max(0, Math.min(limit, PEOPLE - from)) }, (_, n) =>
          memberAt(from + n),
        );
        seen.held += found.length;
        seen.mostHeld = Math.max(seen.mostHeld, seen.held);
        return found;
      },
    },
    recipients: {
      async plan(_ids, members) {
        for (const { id } of members) times.set(placeOf(id), (times.get(placeOf(id)) ?? 0) + 1);
        seen.held -= members.length;
        seen.pages += 1;
      },
    } as PlanDeps['recipients'],
    runs: {
      open: async () => ({ ...run }),
      find: async () => ({ ...run }),
      async planned(_run, last, n) {
        run.cursor = binaryOf(last);
        run.planned += n;
        return true;
      },
      async set(_id, what) {
        Object.assign(run, what);
      },
      ...{ firstUntil: unexpected, firstSent: unexpected, firstOver: unexpected, bypassed: unexpected },
      ...{ look: unexpected, rested: unexpected, all: unexpected },
    },
    figures: { planned: async () => ({ of: times.size, channels: ['web'], regions: [] }) },
    fingerprint: testKeyring().fingerprint,
    clock,
    stopping: () => seen.pages >= seen.stopAfter,
  } satisfies PlanDeps;
  const go = (most: number | null = null): Promise<Planned> => plan(deps, BROADCAST, most);
  return { go, run, seen, times };
}

describe('B9, P4: a broadcast is planned in a stream', () => {
  it('never holds more than a page and the one read ahead, however many there are; each is planned once', async () => {
    const { go, run, seen, times } = world();
    expect(await go()).toBe('planned');
    expect(seen.mostHeld).toBeLessThanOrEqual(MOST_HELD);
    expect([times.size, new Set(times.values()), run.of]).toEqual([PEOPLE, new Set([1]), PEOPLE]);
  });

  it('a house that closes leaves the rest, which goes on where it stood', async () => {
    const { go, run, seen, times } = world();
    seen.stopAfter = 2;
    expect(await go()).toBe('more');
    expect([times.size, run.of]).toEqual([run.planned, undefined]);
    expect(times.size).toBeLessThan(PEOPLE);
    seen.stopAfter = Infinity;
    expect(await go()).toBe('planned');
    expect([times.size, new Set(times.values())]).toEqual([PEOPLE, new Set([1])]);
  });

  it('B4: more people than may be told by one person are not planned to the end', async () => {
    const { go, run, times } = world();
    expect(await go(12_000)).toBe('too_many');
    expect(times.size).toBeLessThanOrEqual(12_000);
    expect(run.of).toBeUndefined();
  });
});
