import { daysAfter } from '../../../domain/clock.ts';
import type { Among, Audience, Field } from '../model/audience.ts';
import { type Column, COLUMN_OF, type Columns, FLAGS, LIST_GLUE } from './columns.ts';

/** Which rows from `from` to `to` match: 1 or 0 each, in an array that is used again by the next call. */
export type Evaluate = (from: number, to: number) => Uint8Array;

/** Fills `out` with 1 and 0 for the rows from `from` on. */
type Step = (from: number, length: number, out: Uint8Array) => void;

/**
 * An audience as passes over columns: each term looks up every row's number in a table of its own, each level joins them.
 * @param chunk the most rows a call is asked for
 */
export function evaluator(columns: Columns, of: Audience, today: string, chunk: number): Evaluate {
  const out = new Uint8Array(chunk);
  const step = stepOf(columns, of, today, chunk);
  return (from, to) => {
    step(from, to - from, out);
    const { flags } = columns;
    for (let at = 0; at < to - from; at += 1) if (flags[from + at] === FLAGS.erased) out[at] = 0;
    return out;
  };
}

function stepOf(columns: Columns, of: Audience, today: string, chunk: number): Step {
  if ('field' in of) return lookUp(columns.of[COLUMN_OF[of.field]], tableOf(columns, of, today));
  if ('not' in of) {
    const inner = stepOf(columns, of.not, today, chunk);
    return (from, length, out) => {
      inner(from, length, out);
      for (let at = 0; at < length; at += 1) out[at] = 1 - (out[at] ?? 0);
    };
  }
  const isAll = 'all' in of;
  const steps = (isAll ? of.all : of.any).map((each) => stepOf(columns, each, today, chunk));
  const [first, ...others] = steps;
  if (first === undefined) return (_from, _length, out) => void out.fill(isAll ? 1 : 0);
  const scratch = new Uint8Array(others.length === 0 ? 0 : chunk);
  return (from, length, out) => {
    first(from, length, out);
    for (const step of others) {
      step(from, length, scratch);
      if (isAll) for (let at = 0; at < length; at += 1) out[at] = (out[at] ?? 0) & (scratch[at] ?? 0);
      else for (let at = 0; at < length; at += 1) out[at] = (out[at] ?? 0) | (scratch[at] ?? 0);
    }
  };
}

function lookUp(column: Column, table: Uint8Array): Step {
  return (from, length, out) => {
    const { numbers } = column;
    for (let at = 0; at < length; at += 1) out[at] = table[numbers[from + at] ?? 0] ?? 0;
  };
}

/** Which words of the column are meant. */
function tableOf(columns: Columns, term: Among, today: string): Uint8Array {
  const means = meaningOf(term, today);
  return Uint8Array.from(columns.of[COLUMN_OF[term.field]].codes.words, (word) => (means(word) ? 1 : 0));
}

function meaningOf({ field, in: values }: Among, today: string): (word: string) => boolean {
  const among = new Set(values);
  if (field === 'active') {
    const since = daysAfter(today, -Math.max(...values.map(Number)));
    return (day) => day >= since;
  }
  if (field === 'region') return (place) => among.has(place.split('/')[0] ?? '');
  if (LISTS.has(field)) return (list) => list.split(LIST_GLUE).some((word) => among.has(word));
  return (word) => among.has(word);
}

/** Fields of which somebody may have several. */
const LISTS: ReadonlySet<Field> = new Set(['theme', 'group', 'answer']);
