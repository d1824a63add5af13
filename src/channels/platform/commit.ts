import type { Receive } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import type { Inbound } from '../../domain/message.ts';
import { within } from '../../domain/within.ts';
import type { Counted, Log } from './ports.ts';

/** `done`: the platform may forget it. `unavailable`, `failed`: it must come again. */
export type Verdict = 'done' | 'unavailable' | 'failed';

/** What the doors of a platform hand its deliveries to. */
export interface Intake {
  /** Never rejects. */
  take: (delivery: unknown) => Promise<Verdict>;
  /** Resolves when nothing is in hand. */
  idle: () => Promise<void>;
}

/** The status of a webhook's answer. */
export const STATUS_OF = { done: 200, unavailable: 503, failed: 500 } as const satisfies Record<
  Verdict,
  number
>;

/** COMMIT rule 11: the doors wait at most this long. Receive promises it too; a door does not depend on it. */
const WAIT_MS = 3_000;
/** T29: a message that fails this often would hold up its chat for ever. */
const MAX_TRIES = 5;
/** Failing messages remembered at a time; a forgotten one only gets more tries. */
const MAX_REMEMBERED = 1_000;

interface Around {
  receive: Receive;
  log: Log;
  count: (what: Counted) => void;
  waitMs?: number | undefined;
}

/** Makes a message durable, and says what its platform is to be told. Never rejects. */
export type CommitInbound = (inbound: Inbound) => Promise<Verdict>;

/** What every door does with a message: waits for its commit, counts its tries, gives it up when it cannot be. */
export function committing({ receive, log, count, waitMs = WAIT_MS }: Around): CommitInbound {
  const failures = new Map<string, number>();

  function judge(error: unknown, { channel, id }: Inbound): Verdict {
    const fault = error instanceof Fault ? error : undefined;
    if (fault?.kind === 'unavailable') {
      count('unavailable');
      return 'unavailable';
    }
    const tries = (failures.get(id) ?? 0) + 1;
    const code = fault?.code ?? (error instanceof Error ? error.name : 'unknown');
    // A refusal will be one next time as well.
    if (fault?.kind === 'refusal' || tries >= MAX_TRIES) {
      count('given_up');
      log.error({ channel, update: id, tries, code }, 'A message was given up; it is not answered.');
      return 'done';
    }
    count('failed');
    log.warn({ channel, update: id, tries, code }, 'A message failed; it will come again.');
    remember(failures, id, tries);
    return 'failed';
  }

  return async (inbound) => {
    try {
      const receipt = await within(receive(inbound), waitMs, tooSlow);
      count(receipt === 'committed' ? 'received' : 'duplicate');
    } catch (error) {
      const verdict = judge(error, inbound);
      if (verdict !== 'done') return verdict;
    }
    failures.delete(inbound.id);
    return 'done';
  };
}

function remember(failures: Map<string, number>, id: string, tries: number): void {
  failures.set(id, tries);
  const [oldest] = failures.keys();
  if (failures.size > MAX_REMEMBERED && oldest !== undefined) failures.delete(oldest);
}

/** The work goes on after the time is up; when the message comes again it finds itself committed. */
function tooSlow(): never {
  throw new Fault('unavailable', 'too_slow', 'The commit took too long.');
}
