import { mongo } from 'mongoose';
import { unavailable } from '../domain/faults.ts';

/** How long the store hides a failover from its callers (T27: 2 s election time-out, the rest for noticing it). */
export const HIDE_FAILOVER_MS = 8000;
/**
 * An attempt that has said nothing for so long will say nothing any more. The driver's own limit (8 s on a socket that
 * hangs) does not hold for a command whose connection is closed while it waits to be written: it is never settled
 * (docs/decisions/commands-that-never-end.md).
 */
export const SILENT_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/** Monotonic milliseconds; only differences mean anything. */
const elapsed = (): number => performance.now();

/**
 * Repeats `attempt` while the database is out of reach, for at most {@link HIDE_FAILOVER_MS}.
 * The driver alone retries once: with a cleared connection pool most writes in flight surface as network errors though
 * they were committed. So `attempt` must be safe to repeat, also beside itself: it is told whether this is a repetition.
 * @throws Fault `store_unavailable` when time is up; any other error as it is.
 */
export async function untilDurable<T>(
  attempt: (again: boolean) => Promise<T>,
  hideMs = HIDE_FAILOVER_MS,
  silentMs = SILENT_MS,
): Promise<T> {
  const deadline = elapsed() + hideMs;
  for (
    let pause = FIRST_PAUSE_MS, again = false;
    ;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS), again = true
  ) {
    try {
      return await spoken(attempt(again), silentMs);
    } catch (cause) {
      if (!(cause instanceof Silent) && !isOutage(cause)) throw cause;
      if (elapsed() + pause > deadline)
        throw unavailable('store_unavailable', 'The database does not answer.', cause);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** No outcome is known, as after a lost connection. */
class Silent extends Error {}

/** Whatever is let go here may still happen: another reason why an attempt must be safe to repeat. */
async function spoken<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Silent('The database said nothing.')), ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A read somebody waits for: like {@link untilDurable}, but it gives up on time even while an attempt hangs on a socket,
 * which the driver notices only after 8 s. Not for writes, whose outcome must be known.
 * @throws Fault `store_unavailable` when time is up
 */
export async function readWithin<T>(attempt: () => Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(unavailable('store_unavailable', 'The database does not answer in time.')),
      ms,
    );
  });
  try {
    return await Promise.race([untilDurable(attempt, ms), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether an error says nothing about the operation itself, only that its outcome is not known. A bulk write wraps what
 * went wrong under it and takes its class away; the original is the error's `errorResponse`.
 */
export function isOutage(cause: unknown): boolean {
  if (!(cause instanceof mongo.MongoError)) return false;
  return (
    AWAY.some((kind) => cause instanceof kind) ||
    AWAY_NAMES.has(cause.name) ||
    cause.hasErrorLabel('RetryableWriteError') ||
    cause.hasErrorLabel('PoolRequestedRetry') ||
    NOT_NOW_CODES.has(Number(cause.code)) ||
    (cause instanceof mongo.MongoBulkWriteError &&
      (cause.result.getWriteConcernError() !== undefined || isOutage(cause.errorResponse)))
  );
}

export const isDuplicateKey = (cause: unknown): boolean =>
  cause instanceof mongo.MongoServerError && cause.code === DUPLICATE_KEY;

/** A write met a document that is there already. */
export const DUPLICATE_KEY = 11_000;

/** The connection, the primary or our own client went away under the operation. */
const AWAY = [
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoWriteConcernError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoExpiredSessionError,
];
/** Classes of the same kind that the driver keeps to itself. */
const AWAY_NAMES = new Set(['MongoPoolClosedError', 'MongoStalePrimaryError', 'MongoServerClosedError']);

/**
 * Server codes of a node that is stepping down, shutting down or not yet primary (MongoDB "SDAM" specification), or that
 * has just become one and cannot read with majority yet (134).
 */
const NOT_NOW_CODES = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
