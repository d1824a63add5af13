import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Texts } from '../model/broadcast.ts';
import type { RecipientState } from '../plan/recipient.ts';
import type { Barred } from '../send/against.ts';

/** Tests of one broadcast: whoever needs more is not testing it. */
export const MOST_TRIALS = 10;
/** Tests of one organisation within a day, over all its broadcasts. */
export const MOST_A_DAY = 30;
/** A test that arrives later is taken for a broadcast. */
export const TRIAL_LIVES_MS = 10 * 60_000;

const TALK_BYTES = 16;

/** Why a tester got nothing, besides what keeps anybody from being written to. */
export type TrialReason = Barred | 'left' | 'waits' | 'too_late' | 'crash' | 'not_kept' | 'not_said';

/** One language of a test, to one tester. */
export interface Try {
  account: string;
  lang: Lang;
  /** Fingerprint of the talk, by which what became of it is found. */
  talk: Buffer;
  state: RecipientState;
  /** One of ours, or the platform's code. */
  reason?: string;
}

/** A draft as it was sent to the testers of its organisation: never counted as the broadcast. */
export interface Trial {
  id: string;
  broadcast: string;
  org: string;
  /** Account id of who ordered it. */
  by: string;
  at: number;
  day: string;
  /** Of the broadcast as it stood. */
  hash: string;
  content: Texts;
  tries: readonly Try[];
}

/** The nth test of a broadcast is one, however often its button is pressed. */
export const trialId = (broadcast: string, nth: number): string => `${broadcast}-${String(nth)}`;

/** The prompt that says one language of a test; no id of a broadcast's prompt looks like it. */
export const trialPrompt = (trial: string, lang: Lang): string => `trial:${trial}:${lang}`;

/** What a prompt was about; `undefined` for any other. */
export function readTrialPrompt(id: string): { trial: string; lang: Lang } | undefined {
  const [, trial, lang] = /^trial:([\w-]+-\d{1,2}):([a-z]{2,8})$/u.exec(id) ?? [];
  return trial === undefined || lang === undefined ? undefined : { trial, lang };
}

/** For each test another one. */
export const talkKey = (fingerprint: Fingerprint, trial: string, conversation: string): Buffer =>
  fingerprint('broadcast-trial', trial, conversation).subarray(0, TALK_BYTES);
