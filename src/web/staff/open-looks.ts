import { LRUCache } from 'lru-cache';
import type { Clock } from '../../domain/clock.ts';

/** What an open page fetches by itself so long after a record belongs to it, minutes. */
export const SPAN_MIN = 15;
const MINUTE_MS = 60_000;
/** Open pages remembered by a process; one that is forgotten is recorded once more. */
const MOST_OPEN = 5000;

/** That the page stayed open, and how long what it fetches by itself belongs to this record. */
export interface StayedOpen extends Record<string, number> {
  open_min: number;
}

/** A look is somebody's, not a refresh's: see docs/decisions/inbox.md. */
export interface OpenLooks {
  /**
   * Records a look, unless an open page fetched it by itself and a record of the same session and address is not 15
   * minutes old. What another process recorded is not known here, and is recorded again.
   * @param page session and address, with its query; kept in memory alone
   * @param record says whether anything was to be recorded
   */
  look(page: string, byItself: boolean, record: (stayed?: StayedOpen) => Promise<boolean>): Promise<void>;
}

export function openLooks(clock: Clock): OpenLooks {
  const recorded = new LRUCache<string, number>({ max: MOST_OPEN });
  return {
    async look(page, byItself, record) {
      const now = clock.now();
      const last = recorded.get(page);
      if (byItself && last !== undefined && now - last < SPAN_MIN * MINUTE_MS) return;
      if (await record(byItself ? { open_min: SPAN_MIN } : undefined)) recorded.set(page, now);
    },
  };
}
