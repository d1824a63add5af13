import { untilDurable } from '../../store/durable.ts';

/** A person waits in front of a form: shorter than a turn's 8 s, long enough for most elections of a primary. */
const PATIENCE_MS = 3000;

/**
 * Runs one read or write of the staff's stores, again while the database is away.
 * @throws Fault `store_unavailable`, which the site answers with 503
 */
export const reach = <T>(attempt: (again: boolean) => Promise<T>): Promise<T> =>
  untilDurable(attempt, PATIENCE_MS);
