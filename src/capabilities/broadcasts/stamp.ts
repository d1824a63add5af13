import { createHash } from 'node:crypto';
import type { BroadcastsStore } from './ports.ts';
import type { ProgressReader } from './report/index.ts';
import type { Trials } from './testers/index.ts';

const MARK_LETTERS = 32;

export interface StampRooms {
  store: Pick<BroadcastsStore, 'find'>;
  report?: Pick<ProgressReader, 'progress'> | undefined;
  trials: Pick<Trials, 'of'>;
}

/**
 * A word that differs once there is something new on a broadcast's page. What is counted over many people is counted as
 * seldom as its reader counts, however often this is asked.
 */
export async function stampOf({ store, report, trials }: StampRooms, id: string): Promise<string> {
  const [broadcast, progress, tried] = await Promise.all([
    store.find(id),
    report?.progress(id),
    trials.of(id),
  ]);
  const seen = [broadcast?.rev, progress?.planned, progress?.of, progress?.tally, progress?.perSecond];
  const outcomes = tried.map(({ tries }) => tries.map(({ state }) => state));
  return createHash('sha256')
    .update(JSON.stringify([seen, outcomes]))
    .digest('hex')
    .slice(0, MARK_LETTERS);
}
