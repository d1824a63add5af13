import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import { recipientIds } from '../plan/recipient-ids.ts';
import type { RecipientState, Segment } from '../plan/recipient.ts';
import type { RunsStore } from '../plan/runs-store.ts';
import type { RunDoc } from '../plan/documents-store.ts';
import type { Sendables, SendingState } from '../send/ports.ts';
import type { FiguresStore, Row } from './figures-store.ts';
import { NO_TALLY, type Progress, type Tally } from './tally.ts';

/** A page that looks every second costs a count a second at most, and over a million people far less. */
const KEPT_MS = 1000;
const COSTS = 20;
/** Older looks say nothing of the pace. */
const PACE_OVER_MS = 90_000;

/** What pages read of a broadcast that goes out. */
export interface ProgressReader {
  /** `undefined`: it has not begun. */
  progress(id: string): Promise<Progress | undefined>;
  bySegment(id: string, segment: Segment): Promise<ReadonlyMap<string, Tally>>;
  byReason(id: string): ReturnType<FiguresStore['byReason']>;
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
  const kept = new Map<string, { state: SendingState; until: number; tally: Tally }>();
  /** What is over is counted anew: nothing may be said to be done by an older count. */
  const tallyOf = async (id: string, state: SendingState): Promise<Tally> => {
    const began = clock.now();
    const known = kept.get(id);
    if (known?.state === state && began < known.until) return known.tally;
    const tally = await figures.tally(recipientIds(fingerprint, id));
    const now = clock.now();
    for (const [other, { until }] of kept) if (until < now) kept.delete(other);
    kept.set(id, { state, until: now + Math.max(KEPT_MS, (now - began) * COSTS), tally });
    return tally;
  };
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
    bySegment: (id, segment) => figures.bySegment(recipientIds(fingerprint, id), segment),
    byReason: (id) => figures.byReason(recipientIds(fingerprint, id)),
    rows: (id, of) => figures.rows(recipientIds(fingerprint, id), of),
  };
}

/** Settled a second between the oldest and the newest of the last looks. */
function paceOf({ looks }: Pick<RunDoc, 'looks'>, now: number): number {
  const recent = looks.filter(({ at }) => now - at < PACE_OVER_MS);
  const [first, last] = [recent[0], recent.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return Math.max(0, ((last.settled - first.settled) * 1000) / (last.at - first.at));
}
