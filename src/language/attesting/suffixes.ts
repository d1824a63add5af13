/** A regular ending, on which stems it is put, and where the sources show it. */
interface Suffix {
  ending: string;
  /** The sounds a stem must end in to take this one. */
  after: RegExp;
  seen: string;
}

/** Only what the texts need and the sources show; a longer list would let invented words pass. */
export const SUFFIXES: readonly Suffix[] = [
  { ending: 'w', after: /[aeiouɛɔn]$/u, seen: 'glossary row 141: several of them' },
  { ending: 'la', after: /[lr][aeiouɛɔ]$/u, seen: 'parallel rows 53, 80: it was done' },
  { ending: 'na', after: /(?:n|[mnɲŋ][aeiouɛɔ])$/u, seen: 'parallel rows 36, 174: it was done' },
  { ending: 'ra', after: /[^lrmnɲŋ][aeiouɛɔ]$/u, seen: 'parallel rows 149, 150: it was done' },
];

/** The stem a word may be a regular form of; no word takes two of these endings. */
export const stemsOf = (word: string): string[] =>
  SUFFIXES.filter(({ ending }) => word.endsWith(ending))
    .map(({ ending, after }) => ({ stem: word.slice(0, -ending.length), after }))
    .filter(({ stem, after }) => stem.length > 1 && after.test(stem))
    .map(({ stem }) => stem);
