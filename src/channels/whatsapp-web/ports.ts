import type { TellDelivery } from '../../conversation/ports.ts';
import type { Clock } from '../../domain/clock.ts';
import type { MediaLibrary } from '../../domain/media.ts';
import type { Counted, Log } from '../platform/ports.ts';
import type { LinkWatcher } from './link.ts';
import type { FromProcess, ToProcess, WatchLimits } from './protocol.ts';

/** The process with the library and Chromium, as the house sees it. */
export interface Process {
  /** `false`: it is gone, and certainly did not hear it. */
  tell(message: ToProcess): boolean;
  /** At once, and its Chromium with it. */
  kill(): void;
}

export interface ProcessEvents {
  told(message: FromProcess): void;
  /** It said something that is no part of the protocol. */
  unreadable(): void;
  /** Called once. */
  ended(): void;
}

export type StartProcess = (events: ProcessEvents) => Process;

/** How choices are shown: as numbered lines, or as a poll where the message fits one. */
export type ChoicesAs = 'text' | 'poll';

export interface WhatsappWebOptions {
  start: StartProcess;
  /** The channel's own folder, for the session and what is remembered of it. */
  folder: string;
  /** Path of Chromium; the usual places are tried without it. */
  chromium?: string;
  /** More arguments for Chromium. */
  args?: readonly string[];
  choicesAs?: ChoicesAs;
  /** Where recordings lie; without it all words go alone. */
  media?: MediaLibrary;
  clock: Clock;
  log: Log;
  count?: (what: Counted) => void;
  /** Where it is told what became of what was sent; `account` is our number. */
  tell?: (account: string) => TellDelivery;
  watcher?: LinkWatcher;
  times?: Partial<Times>;
}

/** How long is waited, in milliseconds. A test waits less. */
export interface Times extends WatchLimits {
  /** For an answer of the process: a message that is on its way longer is in doubt. */
  answerMs: number;
  /** For a picture or a voice note. */
  fetchMs: number;
  /** The first pause before the process is started again; each next one is twice as long, up to `longestPauseMs`. */
  pauseMs: number;
  longestPauseMs: number;
  /** A process that was linked this long has shown that it works. */
  steadyMs: number;
  /** Between two looks for a Chromium that is not there. */
  lookAgainMs: number;
  /** Between two beats of the process; one that misses six is hung, and killed. */
  beatMs: number;
  /** From an erasure until its chat is deleted, and between two looks for such chats. */
  dropAfterMs: number;
  dropMs: number;
  /** For an orderly end: Chromium writes the session to disk. */
  closeMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const TIMES: Times = {
  answerMs: 45 * SECOND,
  fetchMs: 2 * MINUTE,
  pauseMs: SECOND,
  longestPauseMs: 5 * MINUTE,
  steadyMs: 2 * MINUTE,
  lookAgainMs: 30 * SECOND,
  beatMs: 10 * SECOND,
  dropAfterMs: 2 * MINUTE,
  dropMs: MINUTE,
  closeMs: 2_500,
  lookMs: 2 * SECOND,
  nudgeMs: 10 * SECOND,
  rebuildMs: 20 * SECOND,
  qrMs: 90 * SECOND,
  blindMs: MINUTE,
  // On a link of the countryside the page alone takes minutes.
  startMs: 10 * MINUTE,
};
