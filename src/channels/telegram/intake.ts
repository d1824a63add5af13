import type { Receive } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import type { Counted, Log } from './ports.ts';
import { toInbound } from './to-inbound.ts';

/** `done`: Telegram may forget it. `unavailable`, `failed`: it must come again. */
export type Verdict = 'done' | 'unavailable' | 'failed';

/** COMMIT rule 11: the doors wait at most this long. Receive promises it too; a door does not depend on it. */
const WAIT_MS = 3_000;
/** T29: a message that fails this often would hold up its chat for ever. */
const MAX_TRIES = 5;
/** Failing updates remembered at a time; a forgotten one only gets more tries. */
const MAX_REMEMBERED = 1_000;

export interface Intake {
  take(update: unknown): Promise<Verdict>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
}

interface Around {
  account: string;
  receive: Receive;
  /** Stops the clock on a tapped button; called after the commit. */
  confirmTap(id: string): Promise<unknown>;
  log: Log;
  count(what: Counted): void;
  waitMs?: number;
}

/** What both doors, webhook and polling, do with an update. `take` never rejects. */
export function intake(around: Around): Intake {
  const failures = new Map<string, number>();
  const inHand = new Set<Promise<unknown>>();
  const track = (work: Promise<unknown>): void => {
    const tracked = work.catch(() => undefined).finally(() => inHand.delete(tracked));
    inHand.add(tracked);
  };

  async function take(update: unknown): Promise<Verdict> {
    const reading = toInbound(update, around.account);
    if ('ignored' in reading) {
      around.count('ignored');
      return 'done';
    }
    const { inbound, tap } = reading;
    try {
      const receipt = await within(around.receive(inbound), around.waitMs ?? WAIT_MS);
      around.count(receipt === 'committed' ? 'received' : 'duplicate');
    } catch (error) {
      const verdict = judge(error, inbound.id);
      if (verdict !== 'done') return verdict;
    }
    failures.delete(inbound.id);
    if (tap !== undefined) track(around.confirmTap(tap));
    return 'done';
  }

  function judge(error: unknown, id: string): Verdict {
    const fault = error instanceof Fault ? error : undefined;
    if (fault?.kind === 'unavailable') {
      around.count('unavailable');
      return 'unavailable';
    }
    const tries = (failures.get(id) ?? 0) + 1;
    const code = fault?.code ?? (error instanceof Error ? error.name : 'unknown');
    // A refusal will be one next time as well.
    if (fault?.kind === 'refusal' || tries >= MAX_TRIES) {
      around.count('given_up');
      around.log.error(
        { update: id, tries, code },
        'A Telegram update was given up; its message is not answered.',
      );
      return 'done';
    }
    around.count('failed');
    around.log.warn({ update: id, tries, code }, 'A Telegram update failed; it will come again.');
    remember(failures, id, tries);
    return 'failed';
  }

  return {
    take: (update) => {
      const work = take(update);
      track(work);
      return work;
    },
    idle: async () => {
      while (inHand.size > 0) await Promise.all(inHand);
    },
  };
}

function remember(failures: Map<string, number>, id: string, tries: number): void {
  failures.set(id, tries);
  const [oldest] = failures.keys();
  if (failures.size > MAX_REMEMBERED && oldest !== undefined) failures.delete(oldest);
}

/** The work goes on after the time is up; when the message comes again it finds itself committed. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Fault('unavailable', 'too_slow', 'The commit took too long.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
