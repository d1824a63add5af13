/** Whole utterances, by the language they are said in. */
export interface Said {
  fr: readonly string[];
  bm: readonly string[];
}

/**
 * A list of utterances written as one text, `a | b | c`; each Bambara one with an elision also as it is written without
 * (*k'a dabila*, *ka a dabila*).
 */
export function says(utterances: string): readonly string[] {
  const listed = utterances.replace(/\s+/gu, ' ').trim().split(' | ');
  return [...new Set(listed.flatMap((utterance) => [utterance, writtenOut(utterance)]))];
}

const ELIDED: Readonly<Record<string, string>> = { k: 'ka', b: 'bɛ', t: 'tɛ', m: 'ma', y: 'ye' };

function writtenOut(utterance: string): string {
  return utterance.replace(/\b([kbtmy])'a\b/gu, (_, letter: string) => `${ELIDED[letter] ?? letter} a`);
}
