import { refusal } from '../../domain/faults.ts';
import { readTable } from '../attesting/csv.ts';

/** What can be asked about a typed message. */
export const KINDS = ['intent', 'number', 'date', 'place', 'language'] as const;
export type Kind = (typeof KINDS)[number];

/** One line of a set: what was typed, what a person says it means, and the language of the talk it was typed in. */
export interface Case {
  kind: Kind;
  input: string;
  /** As the set has it: an intent, a number, a day, a slug, a language; `ambiguous`, `none`, `unknown`. */
  expected: string;
  lang: string;
}

/** Reads a set with the columns `kind,input,expected,lang`. A kind nobody knows is refused with its row. */
export function readCases(csv: string, name: string): Case[] {
  return readTable(csv, name, ['kind', 'input', 'expected', 'lang']).map(({ row, cell }) => {
    const kind = cell('kind').trim();
    if (!isKind(kind))
      throw refusal(
        'set_invalid',
        `${name}, row ${row}: kind "${kind.slice(0, 20)}" is none of ${KINDS.join(', ')}`,
      );
    return { kind, input: cell('input'), expected: cell('expected').trim(), lang: cell('lang').trim() };
  });
}

const KNOWN: ReadonlySet<string> = new Set(KINDS);
const isKind = (word: string): word is Kind => KNOWN.has(word);
