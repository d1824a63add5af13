import type { Stage } from './protocol.ts';

/** Where the house stands with its number, as staff see it. */
export type Link =
  /** What the process tells of itself. `unlinked` outlives it: only an operator pairs again. */
  | Stage
  | { state: 'no_chromium' }
  /** The process ended and is started again, `afterMs` after it did. */
  | { state: 'away'; code: string; afterMs: number };

/** Told at each change. */
export type LinkWatcher = (link: Link) => void;
