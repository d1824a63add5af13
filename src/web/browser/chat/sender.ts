import type { Posted } from './server.ts';
import type { Mine, Talk } from './talk.ts';

/** First and longest pause between attempts, in milliseconds: quick on a hiccup, gentle on a dead line. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 20_000;

export interface SenderOptions {
  talk: Talk;
  send: (entry: Mine) => Promise<Posted>;
  /** Whether the last attempt reached the server, and whether the server asked to slow down. */
  reached: (ok: boolean, slow: boolean) => void;
}

/**
 * Sends what waits, one after the other in the order it was said. Each goes out with its own id until the server has
 * it, so that a lost answer never makes a message come twice.
 */
export interface Sender {
  /** Something new waits, or the line may be back: try now. */
  go(): void;
}

export function senderOf({ talk, send, reached }: SenderOptions): Sender {
  let busy = false;
  let pause = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const go = (): void => {
    if (busy) return;
    clearTimeout(timer);
    const entry = talk.entries().find(isWaiting);
    if (entry === undefined) return;
    busy = true;
    void send(entry).then((posted) => {
      busy = false;
      settle(entry, posted);
    });
  };

  const settle = (entry: Mine, posted: Posted): void => {
    if (posted.kind === 'wait') {
      pause = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, pause * 2));
      reached(posted.slow, posted.slow);
      timer = setTimeout(go, Math.max(posted.ms, pause));
      return;
    }
    pause = 0;
    reached(true, false);
    talk.mark(entry.id, posted.kind === 'kept' ? 'sent' : 'refused');
    go();
  };

  return { go };
}

const isWaiting = (entry: { by: string }): entry is Mine =>
  entry.by === 'me' && (entry as Mine).state === 'waiting';
