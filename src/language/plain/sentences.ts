/** One sentence of a text, and how many words it asks of a reader. */
export interface Sentence {
  text: string;
  words: number;
}

/**
 * The sentences of one bubble. A call ("Merci !", *I ni ce !*) and a line of a card ("Lieu : {{lieu}}") are read at a
 * glance and are none. A placeholder is one word, and so is what an apostrophe joins.
 */
export function sentencesOf(text: string): Sentence[] {
  return text
    .split(ENDS)
    .map((part) => ({ text: part.trim(), words: wordsOf(part) }))
    .filter((sentence) => sentence.words > 0 && !isCall(sentence) && !isCardLine(sentence));
}

const ENDS = /\n+|(?<=[.!?…][»”"')]{0,2})\s+/u;
const PLACEHOLDER = /\{\{[^}]*\}\}/gu;
const wordsOf = (part: string): number =>
  part
    .replace(PLACEHOLDER, 'x')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const CALL_WORDS = 3;
const isCall = ({ text, words }: Sentence): boolean => words <= CALL_WORDS && /!$/u.test(text);

const LABEL_WORDS = 8;
/** Something that is filled in, with a few words before it and no end of a sentence. */
const isCardLine = ({ text }: Sentence): boolean => {
  const label = text.replace(PLACEHOLDER, '');
  return label !== text && !/[.!?…]$/u.test(text) && wordsOf(label) <= LABEL_WORDS;
};
