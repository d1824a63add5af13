import type { Columns } from './columns.ts';
import type { Followed } from './follow-store.ts';

/** Staff look at audiences for some minutes; nobody pays for their memory after that. */
const KEPT_MS = 10 * 60_000;

export interface KeptColumns {
  /** The columns as of now: read at the first question, followed afterwards, let go when nobody asks any more. */
  now(): Promise<Columns>;
  /** Whether any are held. */
  readonly held: boolean;
  stop: () => Promise<void>;
}

/** @param keepMs how long they are kept after a question */
export function keptColumns(open: () => Promise<Followed>, keepMs = KEPT_MS): KeptColumns {
  let followed: Promise<Followed> | undefined;
  let asked: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const letGo = async (): Promise<void> => {
    const held = followed;
    followed = undefined;
    clearTimeout(timer);
    await held?.then(({ close }) => close()).catch(() => undefined);
  };
  const fresh = async (): Promise<Columns> => {
    followed ??= open();
    return (await followed).now();
  };
  const ask = async (): Promise<Columns> => {
    clearTimeout(timer);
    try {
      return await fresh();
    } catch {
      // The database has forgotten where we were, or went away: once more from the beginning.
      await letGo();
      return await fresh();
    } finally {
      clearTimeout(timer);
      timer = setTimeout(() => void letGo(), keepMs);
      timer.unref();
    }
  };
  return {
    now() {
      // One at a time: a stream of changes has one reader.
      const next = asked.catch(() => undefined).then(ask);
      asked = next;
      return next;
    },
    get held() {
      return followed !== undefined;
    },
    stop: letGo,
  };
}
