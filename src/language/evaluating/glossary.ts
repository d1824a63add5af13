import { readTable } from '../attesting/csv.ts';
import { readPlace } from '../places/read-place.ts';
import type { Case } from './cases.ts';
import { plainKeyboard } from './spellings.ts';

/** Sets made from the glossary (columns `french,bambara,category`): its numbers and its names of places, official and plain. */
export function glossarySets(csv: string, name: string): { numbers: Case[]; places: Case[] } {
  const rows = readTable(csv, name, ['french', 'bambara', 'category']);
  const of = (category: string) => rows.filter(({ cell }) => cell('category') === category);
  return {
    numbers: of('nombre').flatMap(({ cell }) => bothWays('number', cell('bambara'), cell('french'))),
    places: of('lieu').flatMap(({ cell }) => {
      const meant = readPlace(cell('french'));
      return meant.kind === 'one' ? bothWays('place', cell('bambara'), meant.value.slug) : [];
    }),
  };
}

const bothWays = (kind: 'number' | 'place', bambara: string, expected: string): Case[] =>
  [...new Set([bambara, plainKeyboard(bambara)])].map((input) => ({ kind, input, expected, lang: 'bm' }));
