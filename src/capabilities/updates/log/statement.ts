import type { Fingerprint } from '../../../conversation/ports.ts';
import { numberWords, type Update } from '../model/update.ts';
import type { Statement } from './ports.ts';

/** What is said of an item besides the item itself. */
export interface Said {
  kind: Statement['kind'];
  version: number;
  /** Milliseconds since 1970. */
  at: number;
  publisher: Statement['publisher'];
  reason: string | null;
}

type Item = Pick<Update, 'number' | 'content' | 'history' | 'authors' | 'verification'>;

/**
 * The statement for the log. The marks are those of who wrote it and who verified it, also where it is withdrawn: one
 * person may take an item away, and the log says so by its kind.
 */
export function statementOf(item: Item, said: Said, fingerprint: Fingerprint): Statement {
  const number = item.number === undefined ? '' : numberWords(item.number);
  const wrote = item.history.findLast(({ what }) => what === 'submit')?.by ?? item.authors[0] ?? '';
  const verified = item.verification?.by ?? '';
  return {
    ...{ v: 1, kind: said.kind, number, version: said.version, at: momentOf(said.at) },
    ...{ publisher: said.publisher, content: item.content, reason: said.reason },
    ...{ author: markOf(fingerprint, number, wrote), verifier: markOf(fingerprint, number, verified) },
  };
}

/**
 * Stands for an account under one number: the same person has another mark under every other, so that nobody reads from
 * the log how much one of them writes.
 */
export const markOf = (fingerprint: Fingerprint, number: string, account: string): string =>
  fingerprint('update-mark', number, account).subarray(0, MARK_BYTES).toString('base64url');

const MARK_BYTES = 12;

/** UTC, whole seconds: `2026-11-22T16:05:00Z`. */
const momentOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
