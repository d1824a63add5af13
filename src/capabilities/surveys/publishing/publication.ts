import { createHash } from 'node:crypto';
import type { PublicLang, Spoken } from '../../../web/public/index.ts';
import type { PublicLine, PublicQuestion, PublicResults } from './public-table.ts';

/** Words as they were said when it was frozen; Bambara that is missing is French, and known to be. */
export type Said = Readonly<Record<PublicLang, Spoken>>;

export type SaidLine = PublicLine & { words: Said };
export type SaidQuestion = Omit<PublicQuestion, 'lines'> & { words: Said; lines: SaidLine[] };

/** All that everybody may read of a survey, frozen: texts, figures and days. */
export interface PublicTable extends Omit<PublicResults, 'questions'> {
  survey: string;
  title: Said;
  /** Days of the first and the last answer, `YYYY-MM-DD`. */
  since: string;
  until: string;
  questions: SaidQuestion[];
}

export const PUBLICATION_STATES = ['proposed', 'published', 'withdrawn', 'rejected'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

interface Deed {
  /** Account id. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** One frozen table on its way to everybody. */
export interface Publication {
  id: string;
  survey: string;
  state: PublicationState;
  table: PublicTable;
  /** Of the table: what the second person judges. */
  hash: string;
  /** Exact bases, for the comparison with the next edition alone; they are never shown. */
  bases: Bases;
  proposed: Deed;
  /** Counted from 1 for each survey; the highest is the one that is read. */
  edition?: number;
  published?: Deed;
  withdrawn?: Deed;
  demo: boolean;
}

export interface Bases {
  started: number;
  /** By question. */
  questions: Readonly<Record<string, number>>;
}

/** SHA-256 of the table, in hex. */
export const hashOf = (table: PublicTable): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(table)))
    .digest('hex');

/** Keys in order: a table that went through the database is the same table. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
