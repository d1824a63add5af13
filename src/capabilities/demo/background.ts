import type { Work } from './campaign/campaign.ts';

/** Work that goes on after the page that asked for it was answered. */
export interface Background {
  /** Resolves once the work is in hand; how it ends is reported. */
  begin(take: (signal: AbortSignal) => Promise<Work | null>): Promise<void>;
  /** Tells it to end, and resolves when it has. */
  stop(): Promise<void>;
}

export function background(report: (cause: unknown) => void): Background {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    async begin(take) {
      const work = await take(stopping.signal);
      if (work === null) return;
      const ended = work.ended.catch((cause: unknown) => {
        if (!stopping.signal.aborted) report(cause);
      });
      running.add(ended);
      void ended.then(() => running.delete(ended));
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
