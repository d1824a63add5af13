import { setTimeout as pause } from 'node:timers/promises';
import type { Installation } from './installation.ts';
import { isReady, type RunningChild } from './running.ts';

/** How a process went after SIGTERM; milliseconds since the signal. */
export interface Gone {
  code: number | null;
  /** When the first answer of `/readyz` that did not say "ready" was there. */
  unreadyMs: number;
  /** The slowest answer of that door just before: what a busy machine takes for any answer. */
  answerMs: number;
  exitMs: number;
}

const LOOKS_BEFORE = 10;

/** Asks `/readyz` all the time, sends SIGTERM in between, and waits for the end. */
export async function terminate(place: Installation, child: RunningChild): Promise<Gone> {
  let answerMs = 0;
  for (let look = 0; look < LOOKS_BEFORE; look += 1) {
    const from = performance.now();
    if (!(await isReady(place))) throw new Error('It was not ready before the signal.');
    answerMs = Math.max(answerMs, performance.now() - from);
  }
  const signalled = performance.now();
  const since = (): number => performance.now() - signalled;
  const ended = child.stop().then((end) => ({ ...end, exitMs: since() }));
  while (await isReady(place)) await pause(2);
  const unreadyMs = since();
  const { code, exitMs } = await ended;
  return { code, unreadyMs, answerMs, exitMs };
}
