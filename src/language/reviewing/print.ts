import { fingerprintOf } from './fingerprint.ts';
import type { ReviewRow } from './review-row.ts';

/** What stood before a reviewer's eyes: fingerprints of the French and of the text, and whether it was reviewed then. */
export interface Seen {
  french: string;
  text: string;
  reviewed: boolean;
}

/** The same as a word in a file. */
export const printOf = ({ french, text, state }: Pick<ReviewRow, 'french' | 'text' | 'state'>): string =>
  [fingerprintOf(french), fingerprintOf(text), ...(state === 'reviewed' ? [REVIEWED] : [])].join('.');

/** Reads it back; `undefined` where somebody wrote over it. */
export function readPrint(print: string): Seen | undefined {
  const [, french, text, reviewed] = PRINT.exec(print.trim()) ?? [];
  if (french === undefined || text === undefined) return undefined;
  return { french, text, reviewed: reviewed !== undefined };
}

const REVIEWED = 'r';
const PRINT = /^([0-9a-f]{12})\.([0-9a-f]{12})(\.r)?$/u;
