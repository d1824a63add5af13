import { readTable } from './csv.ts';
import { clausesOf, wordsOf } from './words.ts';

/** Where a word stands in the project's sources. Rows are counted as a spreadsheet counts them. */
export interface Place {
  source: 'glossary' | 'parallel';
  row: number;
  /** The glossary's own; the parallel sentences have none. */
  confidence: string;
}

/** What the glossary and the parallel sentences show. Only places and counts are kept, never their sentences. */
export interface Sources {
  places: ReadonlyMap<string, Place>;
  /** Words that stand side by side, as `first second`. */
  pairs: ReadonlySet<string>;
  frequency: ReadonlyMap<string, number>;
}

/** Reads both tables from their text. Throws a `Fault` where a column is missing. */
export function readSources(glossaryCsv: string, parallelCsv: string): Sources {
  const glossary = readTable(glossaryCsv, 'glossary', ['bambara', 'confidence']);
  const parallel = readTable(parallelCsv, 'parallel', ['bambara']);
  const entries = glossary.map(({ row, cell }) => ({
    words: wordsOf(cell('bambara')),
    place: { source: 'glossary' as const, row, confidence: cell('confidence') },
  }));
  const sentences = parallel.map(({ row, cell }) => ({
    words: wordsOf(cell('bambara')),
    place: { source: 'parallel' as const, row, confidence: '' },
  }));
  const clauses = [...glossary, ...parallel].flatMap(({ cell }) => clausesOf(cell('bambara')));
  return {
    places: firstPlaces([...entries.filter(worthy).sort(byWorth), ...sentences, ...entries]),
    pairs: new Set(clauses.flatMap(pairsOf)),
    frequency: countOf(clauses.flat()),
  };
}

/** Neighbours within a clause. */
export const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);

interface Entry {
  words: readonly string[];
  place: Place;
}

const CONFIDENCE = ['high', 'medium', 'low'];

/** A doubtful phrase vouches for its words only where nothing else does. */
const worthy = ({ words, place }: Entry): boolean => words.length === 1 || place.confidence !== 'low';

/** An entry of the word alone says more about it than a phrase, and a sure one more than a doubtful one. */
const byWorth = (one: Entry, other: Entry): number =>
  Math.sign(one.words.length - 1) - Math.sign(other.words.length - 1) ||
  CONFIDENCE.indexOf(one.place.confidence) - CONFIDENCE.indexOf(other.place.confidence) ||
  one.place.row - other.place.row;

function firstPlaces(entries: readonly Entry[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { words, place } of entries)
    for (const word of words) if (!places.has(word)) places.set(word, place);
  return places;
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
