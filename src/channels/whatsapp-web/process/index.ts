import { type FromProcess, type ToProcess, toProcess } from '../protocol.ts';
import { Session } from './session.ts';

/** Our process, as far as it is used: a child with a line to its house. */
export type Ours = Pick<NodeJS.Process, 'on' | 'exit'> & { send?: NodeJS.Process['send'] };

/** Chromium may hang as it ends; the house waits no longer either, in milliseconds. */
const CLOSE_MS = 2_000;

/**
 * The process with whatsapp-web.js and Chromium (C2). It lives for one session and ends with the house; what it cannot
 * mend it ends for, and the house starts the next one.
 */
export function runProcess(ours: Ours): void {
  let session: Session | undefined;
  let ending = false;
  const tell = (message: FromProcess): void => {
    // The house may be gone already; then we go as well.
    ours.send?.(message, undefined, undefined, () => undefined);
  };

  function end(code: string): void {
    if (ending) return;
    ending = true;
    tell({ kind: 'ending', code });
    const over = (): void => ours.exit(0);
    setTimeout(over, CLOSE_MS).unref();
    void (session?.close() ?? Promise.resolve()).then(over, over);
  }

  function hear(said: unknown): void {
    const { data: message } = toProcess.safeParse(said);
    if (message === undefined) tell({ kind: 'trouble', code: 'unreadable' });
    else if (message.kind === 'stop') end('stopped');
    else if (message.kind === 'begin') begin(message);
    else session?.hear(message).catch(() => tell({ kind: 'trouble', code: `failed_${message.kind}` }));
  }

  function begin({ begin: order }: Extract<ToProcess, { kind: 'begin' }>): void {
    if (session !== undefined) return;
    setInterval(() => tell({ kind: 'beat' }), order.beatMs);
    session = new Session({ begin: order, tell, end });
    session.open().catch((cause: unknown) => end(codeOf(cause)));
  }

  ours.on('message', hear);
  ours.on('disconnect', () => end('house_gone'));
  // The library leaves promises alone whenever the page goes elsewhere; the watchdogs see what came of it.
  ours.on('unhandledRejection', () => tell({ kind: 'trouble', code: 'unhandled' }));
  ours.on('uncaughtException', () => end('crashed'));
}

/** Why Chromium or the page could not be started, without their own words: those may name anything. */
function codeOf(cause: unknown): string {
  const words = cause instanceof Error ? cause.message : String(cause);
  if (/sandbox/i.test(words)) return 'no_sandbox';
  if (/Failed to launch/i.test(words)) return 'chromium_failed';
  if (/ERR_CERT|ERR_SSL/.test(words)) return 'certificate';
  if (/net::ERR/.test(words)) return 'no_network';
  if (/auth timeout/.test(words)) return 'page_not_known';
  return 'start_failed';
}
