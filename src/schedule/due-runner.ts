import type { Clock } from '../domain/clock.ts';
import { Fault } from '../domain/faults.ts';
import type { DueAnswer, DueKind, DueQueue, HeldDue } from './due-dates.ts';
import { afterFailure, TRIES } from './due-tries.ts';

/** Runs of a process at once: each is a turn or a few writes, and doors need the database too. */
const AT_ONCE = 16;
/** Whoever takes longer hangs. Its place is given to others; it comes again as a failed one. */
const RUN_LIMIT_MS = 60_000;

export interface DueRunnerParts<Held extends HeldDue> {
  store: DueQueue<Held>;
  kinds: readonly DueKind[];
  clock: Clock;
  /** How long a process is believed to work on what it took, milliseconds; held longer while it does. */
  leaseMs: number;
  /** `run`, or what went wrong; names and codes only. */
  report: (what: 'run' | 'failed' | 'gave_up' | 'unsettled', kind: string, code?: string) => void;
  /** For tests of what hangs. */
  runLimitMs?: number;
}

export interface DueRunner {
  /** Begins what is due, oldest first, and resolves when the last of it has begun. Call it every few seconds. */
  run(): Promise<void>;
  /** Runs the one of this name, if it is due and nobody holds it; resolves when it has been run. */
  runNamed(name: string): Promise<void>;
  /** Where other processes run them too: takes its part from now on. Without others there is nothing to begin. */
  begin?(): void;
  /** How many are announced to all processes; `undefined`: that is not known now. */
  announced?(): Promise<number | undefined>;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
  /** Begins nothing more; resolves when none is under way. What is left is in the database. */
  stop(): Promise<void>;
}

/** Runs due-dates, over many processes each once: what a process takes, it holds, and lets go of when it is run. */
export function dueRunner<Held extends HeldDue>(parts: DueRunnerParts<Held>): DueRunner {
  const { store, clock, leaseMs } = parts;
  const kinds = byName(parts.kinds);
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  const begin = (held: Held): Promise<void> => {
    const work = runOne(parts, kinds, held).finally(() => underWay.delete(work));
    underWay.add(work);
    return work;
  };
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    async run() {
      // What is moved to the present meanwhile waits for the next call: this loop must end.
      const now = clock.now();
      while (!stopping) {
        const limit = AT_ONCE - underWay.size;
        if (limit === 0) {
          await Promise.race(underWay);
          continue;
        }
        const { held, more } = await store.take({ kinds: [...kinds.keys()], now, leaseMs, limit });
        for (const each of held) void begin(each);
        if (!more) return;
      }
    },
    async runNamed(only) {
      if (stopping) return;
      const what = { kinds: [...kinds.keys()], now: clock.now(), leaseMs, limit: 1, only };
      const { held } = await store.take(what);
      await Promise.all(held.map(begin));
    },
    idle,
    stop() {
      stopping = true;
      return idle();
    },
  };
}

/** Never throws: what cannot be settled is taken again when nobody holds it any more. */
async function runOne<Held extends HeldDue>(
  parts: DueRunnerParts<Held>,
  kinds: ReadonlyMap<string, DueKind>,
  held: Held,
): Promise<void> {
  const { store, clock, leaseMs, report } = parts;
  const renewing = setInterval(
    () => void store.renew(held, clock.now() + leaseMs).catch(() => undefined),
    leaseMs / 3,
  ).unref();
  try {
    await settle(parts, held, await attempt(parts, kinds, held));
  } catch (cause) {
    report('unsettled', held.kind, cause instanceof Fault ? cause.code : 'thrown');
  } finally {
    clearInterval(renewing);
  }
}

type Attempt = { ran: true; answer: DueAnswer } | { ran: false; cause: unknown };

async function attempt<Held extends HeldDue>(
  { clock, runLimitMs = RUN_LIMIT_MS }: DueRunnerParts<Held>,
  kinds: ReadonlyMap<string, DueKind>,
  held: Held,
): Promise<Attempt> {
  try {
    if (held.attempts > TRIES) throw new Fault('bug', 'never_ended', 'It was begun again and again.');
    const kind = kinds.get(held.kind);
    if (kind === undefined) throw new Fault('bug', 'unknown_kind', 'Nobody runs due-dates of this kind.');
    return { ran: true, answer: await within(runLimitMs, kind.run(held.open(), clock.now())) };
  } catch (cause) {
    return { ran: false, cause };
  }
}

async function settle<Held extends HeldDue>(
  { store, clock, report }: DueRunnerParts<Held>,
  held: Held,
  outcome: Attempt,
): Promise<void> {
  const now = clock.now();
  const again = outcome.ran ? outcome.answer?.again : undefined;
  if (outcome.ran && (again === undefined || Number.isFinite(again))) {
    // "Again, at once" goes behind the others that are due.
    await (again === undefined ? store.done(held) : store.move(held, Math.max(again, now + 1)));
    report('run', held.kind);
    return;
  }
  const cause = outcome.ran ? new Fault('bug', 'bad_again', '`again` is no time.') : outcome.cause;
  const after = afterFailure(cause, held.attempts);
  if (after.kind === 'give_up') await store.giveUp(held, { code: after.code, now });
  else await store.failed(held, { code: after.code, at: now + after.pauseMs, counts: after.counts });
  report(after.kind === 'give_up' ? 'gave_up' : 'failed', held.kind, after.code);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Fault('bug', 'too_slow', 'A due-date was not run in time.')),
      ms,
    ).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function byName(kinds: readonly DueKind[]): ReadonlyMap<string, DueKind> {
  const named = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (named.size < kinds.length)
    throw new Fault('bug', 'kind_twice', 'Two capabilities list a due-date of the same kind.');
  return named;
}
