import type { CollectionRule } from '../../../store/collections.ts';

export const WAITING = 'broadcast_waiting';
/** A message of a month ago opens no conversation any more. */
export const WAIT_DAYS = 30;
/** As long as the report of the broadcast. */
const REPORT_DAYS = 730;

/** @param expire what waited too long is counted as dropped; what is older than the report goes */
export const waitingCollection = (
  expire: (now: number, reportDays: number) => Promise<number>,
): CollectionRule => ({
  name: WAITING,
  // In the order of keyed hashes: nobody reads for whom a message waited after whom (T6).
  clustered: true,
  indexes: [{ name: 'by_broadcast', key: { broadcast: 1, state: 1 } }],
  retention: {
    kind: 'own',
    days: REPORT_DAYS,
    reason: 'what became of each message that waited for its person',
    expire: (now) => expire(now, REPORT_DAYS),
  },
});
