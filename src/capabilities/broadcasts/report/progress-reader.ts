import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import { recipientIds } from '../plan/recipient-ids.ts';
import type { RecipientState, Segment } from '../plan/recipient.ts';
import type { RunsStore } from '../plan/runs-store.ts';
import type { RunDoc } from '../plan/documents-store.ts';
import type { Sendables, SendingState } from '../send/ports.ts';
import type { Cause, FiguresStore, Row } from './figures-store.ts';
import { NO_TALLY, type Progress, type Tally } from './tally.ts';

/** A page that looks every second costs a count a second at most, and over a million people far less. */
const KEPT_MS = 1000;
const COSTS = 20;
/** Older looks say nothing of the pace. */
const PACE_OVER_MS = 90_000;

/** What pages read of a broadcast that goes out. `state`: where it stands; what was counted elsewhere is counted anew. */
export interface ProgressReader {
  /** `undefined`: it has not begun. */
  progress(id: string): Promise<Progress | undefined>;
  bySegment(id: string, segment: Segment, state?: string): Promise<ReadonlyMap<string, Tally>>;
  byReason(id: string, state?: string): Promise<Cause[]>;
  rows(id: string, of: { state?: RecipientState; after?: string; limit: number }): Promise<Row[]>;
}

interface ReaderDeps {
  broadcasts: Pick<Sendables, 'find'>;
  runs: Pick<RunsStore, 'find'>;
  figures: FiguresStore;
  fingerprint: Fingerprint;
  clock: Clock;
}

export function progressReader({
  broadcasts,
  runs,
  figures,
  fingerprint,
  clock,
}: ReaderDeps): ProgressReader {
  const tallies = keeping<Tally>(clock);
  const groups = keeping<ReadonlyMap<string, Tally>>(clock);
  const causes = keeping<Cause[]>(clock);
  /** What is over is counted anew: nothing may be said to be done by an older count. */
  const tallyOf = (id: string, state: SendingState): Promise<Tally> =>
    tallies(`${state} ${id}`, () => figures.tally(recipientIds(fingerprint, id)));
  return {
    async progress(id) {
      const [broadcast, run] = [await broadcasts.find(id), await runs.find(id)];
      const state = broadcast?.state;
      if (state === undefined || state === 'draft' || state === 'submitted' || run === null) return undefined;
      return {
        ...{ state, of: run.of, planned: run.planned, bypassed: run.bypassed },
        tally: run.of === undefined && state === 'planning' ? NO_TALLY : await tallyOf(id, state),
        perSecond: paceOf(run, clock.now()),
        ...(run.stoppedBy !== undefined && { stoppedBy: run.stoppedBy }),
      };
    },
    bySegment: (id, segment, state = '') =>
      groups(`${state} ${id} ${segment}`, () => figures.bySegment(recipientIds(fingerprint, id), segment)),
    byReason: (id, state = '') =>
      causes(`${state} ${id}`, () => figures.byReason(recipientIds(fingerprint, id))),
    rows: (id, of) => figures.rows(recipientIds(fingerprint, id), of),
  };
}

/** Keeps what was counted for a while: the longer, the longer it took. */
function keeping<Counted>(clock: Clock): (key: string, count: () => Promise<Counted>) => Promise<Counted> {
  const kept = new Map<string, { until: number; counted: Counted }>();
  return async (key, count) => {
    const began = clock.now();
    const known = kept.get(key);
    if (known !== undefined && began < known.until) return known.counted;
    const counted = await count();
    const now = clock.now();
    for (const [other, { until }] of kept) if (until < now) kept.delete(other);
    kept.set(key, { until: now + Math.max(KEPT_MS, (now - began) * COSTS), counted });
    return counted;
  };
}

/** Settled a second between the oldest and the newest of the last looks. */
function paceOf({ looks }: Pick<RunDoc, 'looks'>, now: number): number {
  const recent = looks.filter(({ at }) => now - at < PACE_OVER_MS);
  const [first, last] = [recent[0], recent.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return Math.max(0, ((last.settled - first.settled) * 1000) / (last.at - first.at));
}
