import { mongo } from 'mongoose';
import { unavailable } from '../domain/faults.ts';

/** How long the store hides a failover from its callers (T27: 2 s election time-out, the rest for noticing it). */
export const HIDE_FAILOVER_MS = 8000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/** Monotonic milliseconds; only differences mean anything. */
const elapsed = (): number => performance.now();

/**
 * Repeats `attempt` while the database is out of reach, for at most {@link HIDE_FAILOVER_MS}.
 * The driver alone retries once: with a cleared connection pool most writes in flight surface as network errors though
 * they were committed. So `attempt` must be safe to repeat: it is told whether this is a repetition.
 * @throws Fault `store_unavailable` when time is up; any other error as it is.
 */
export async function untilDurable<T>(
  attempt: (again: boolean) => Promise<T>,
  hideMs = HIDE_FAILOVER_MS,
): Promise<T> {
  const deadline = elapsed() + hideMs;
  for (
    let pause = FIRST_PAUSE_MS, again = false;
    ;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS), again = true
  ) {
    try {
      return await attempt(again);
    } catch (cause) {
      if (!isOutage(cause)) throw cause;
      if (elapsed() + pause > deadline)
        throw unavailable('store_unavailable', 'The database does not answer.', cause);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Whether an error says nothing about the operation itself, only that its outcome is not known. */
export function isOutage(cause: unknown): boolean {
  if (!(cause instanceof mongo.MongoError)) return false;
  return (
    cause instanceof mongo.MongoNetworkError ||
    cause instanceof mongo.MongoServerSelectionError ||
    cause instanceof mongo.MongoWriteConcernError ||
    cause instanceof mongo.MongoNotConnectedError ||
    cause instanceof mongo.MongoTopologyClosedError ||
    cause.hasErrorLabel('RetryableWriteError') ||
    cause.hasErrorLabel('PoolRequestedRetry') ||
    NOT_NOW_CODES.has(Number(cause.code)) ||
    (cause instanceof mongo.MongoBulkWriteError && cause.result.getWriteConcernError() !== undefined)
  );
}

export const isDuplicateKey = (cause: unknown): boolean =>
  cause instanceof mongo.MongoServerError && cause.code === 11000;

/** Server codes of a node that is stepping down, shutting down or not yet primary (MongoDB "SDAM" specification). */
const NOT_NOW_CODES = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
