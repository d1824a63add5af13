/** Whole utterances, by the language they are said in. */
export interface Said {
  fr: readonly string[];
  bm: readonly string[];
}

/**
 * A list of utterances written as one text, `a | b | c`, where `[x,y]` is either and `[,x ]` may be left out. Each with an
 * elision of Bambara also as it is written without (*k'a dabila*, *ka a dabila*).
 */
export function says(utterances: string): readonly string[] {
  const listed = utterances.replace(/\s+/gu, ' ').trim().split(' | ').flatMap(expanded);
  return [...new Set(listed.flatMap((utterance) => [utterance, writtenOut(utterance)]))];
}

const CHOICE = /\[([^\]]*)\]/u;

function expanded(pattern: string): string[] {
  const choice = CHOICE.exec(pattern);
  if (choice === null) return [pattern.replace(/\s+/gu, ' ').trim()];
  return (choice[1] ?? '').split(',').flatMap((one) => expanded(pattern.replace(CHOICE, one)));
}

const ELIDED: Readonly<Record<string, string>> = { k: 'ka', b: 'bɛ', t: 'tɛ', m: 'ma', y: 'ye' };

function writtenOut(utterance: string): string {
  return utterance.replace(/\b([kbtmy])'a\b/gu, (_, letter: string) => `${ELIDED[letter] ?? letter} a`);
}
