import type { Clock } from '../domain/clock.ts';
import type { DueQueue } from '../schedule/due-dates.ts';
import type { DueRunner } from '../schedule/due-runner.ts';
import { Jobs } from './jobs.ts';
import type { RedisLink } from './link.ts';

/** Only what comes so soon lies in Redis: a talk moves its due-date with every turn, and months of them would pile up. */
const AHEAD_MS = 30_000;
/** Announced at a look; the next look brings more. */
const AT_A_LOOK = 1000;
/** What is so late is run by whoever sees it: nobody seems to take jobs. */
const LATE_MS = 60_000;
/** As many as a process runs by itself. */
const AT_ONCE = 16;

export interface SharedDuesParts {
  link: RedisLink;
  prefix: string;
  store: Pick<DueQueue, 'coming'>;
  kinds: readonly string[];
  clock: Clock;
  /** Runs due-dates by itself: what a job names, and everything while Redis is away. */
  runner: DueRunner;
  stalledAfterMs?: number;
}

export type SharedDues = DueRunner & Required<Pick<DueRunner, 'begin' | 'announced'>>;

/**
 * Due-dates as delayed jobs of BullMQ: any process announces what comes, one runs it, at its moment, and another does
 * where that one dies. A job is a name; that it is due and nobody runs it, MongoDB knows.
 */
export function sharedDues(parts: SharedDuesParts): SharedDues {
  const { link, prefix, store, kinds, clock, runner, stalledAfterMs } = parts;
  const jobs = new Jobs({
    ...{ link, prefix, name: 'due-dates', atOnce: AT_ONCE, work: (name) => runner.runNamed(name) },
    ...(stalledAfterMs !== undefined && { stalledAfterMs }),
  });
  return {
    ...runner,
    async run() {
      const now = clock.now();
      const coming = await store.coming({ kinds, now, until: now + AHEAD_MS, limit: AT_A_LOOK });
      if (coming.length === 0) return;
      // With its time: one that was moved meanwhile is another job, and the first finds nothing to do.
      const named = coming.map(({ name, at }) => ({ id: `${name}.${at}`, of: name, delay: at - now }));
      const announced = await jobs.add(named).then(
        () => true,
        () => false,
      );
      if (!announced || coming.some(({ at }) => at < now - LATE_MS)) await runner.run();
    },
    begin: () => jobs.begin(),
    announced: () => jobs.waiting().catch(() => undefined),
    async stop() {
      await Promise.all([jobs.close(), runner.stop()]);
    },
  };
}
