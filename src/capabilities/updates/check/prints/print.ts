import { kept } from '../fingerprints.ts';
import { textsOf } from '../published-text.ts';
import type { LogEntry } from '../../log/ports.ts';

/** What the index of claims needs of one entry of the log: no text, only what its words come down to. */
export interface Print {
  seq: number;
  /** Of the entry, so that it is known of which log this was made. */
  hash: string;
  number: string;
  publisher: { id: string; name: string };
  /** Fingerprints of each language; none where nothing new was said. */
  texts: readonly Uint32Array[];
}

/** Counts up when words are read or fingerprints are made in another way: what was made before is made anew. */
export const MAKING = 1;

export const printOf = ({ seq, hash, statement }: LogEntry): Print => ({
  ...{ seq, hash, number: statement.number, publisher: statement.publisher },
  // A withdrawal says the words of a version that is in here already.
  texts:
    statement.kind === 'withdrawn'
      ? []
      : textsOf(statement).map(({ text }) => Uint32Array.from(kept(text.words))),
});
