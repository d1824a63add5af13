import type { RequestHandler } from 'express';
import type { Metrics } from './metrics.ts';

/** Readiness follows the database within this time and its answer (T31 asks for 5 s). */
const LOOK_EVERY_MS = 1000;
const ANSWER_WITHIN_MS = 1500;

export interface Readiness {
  is(): boolean;
  /** From now on not ready, whatever the database says. */
  close(): void;
}

/** Watches `answers` and remembers; asking costs nothing. */
export function watchReadiness(answers: (ms: number) => Promise<boolean>, metrics: Metrics): Readiness {
  let ready = false;
  let closed = false;
  const set = (is: boolean): void => {
    ready = is && !closed;
    metrics.ready(ready);
  };
  const look = async (): Promise<void> => {
    set(await answers(ANSWER_WITHIN_MS));
    if (!closed) setTimeout(() => void look(), LOOK_EVERY_MS).unref();
  };
  void look();
  return {
    is: () => ready,
    close() {
      closed = true;
      set(false);
    },
  };
}

/** Liveness: this process answers. It never asks the database, or an outage would restart every process. */
export const healthz: RequestHandler = (_request, response) => {
  response.set('cache-control', 'no-store').type('text/plain').send('ok\n');
};

/** @param slower a line about what works, but not as it should: no reason to send people elsewhere */
export const readyz =
  (ready: () => boolean, slower: () => string): RequestHandler =>
  (_request, response) => {
    response
      .set('cache-control', 'no-store')
      .status(ready() ? 200 : 503)
      .type('text/plain')
      .send(ready() ? `ready\n${slower()}` : 'not ready\n');
  };
