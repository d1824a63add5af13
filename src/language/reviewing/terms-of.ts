import type { LocaleText } from '../speaking/locale-text.ts';
import type { TermChoice } from '../speaking/terms-file.ts';
import { clausesToAttest, type Vocabulary } from '../attesting/vocabulary.ts';
import { SHEET_FR } from './sheet-words.fr.ts';

/** The French of the glossary's rows, by the number a spreadsheet gives them. */
export type GlossaryFrench = ReadonlyMap<number, string>;

/** Where the words of a text come from, one line a word, and the choices among terms that it follows. */
export function termsOf(
  text: LocaleText,
  { attested, asIs }: Vocabulary,
  choices: readonly TermChoice[],
  french: GlossaryFrench,
): string[] {
  const words = new Set(clausesToAttest(text, asIs).flat());
  const followed = choices.filter(({ choose }) => words.has(choose) || words.has(`${choose}w`));
  return [
    ...followed.map(({ choose, concept, instead_of }) => SHEET_FR.chosen(choose, concept, instead_of)),
    ...[...words].flatMap((word) => {
      const found = attested.get(word);
      if (found === undefined) return SHEET_FR.nowhere(word);
      const { stem, source, row, confidence } = found;
      const meaning = source === 'glossary' ? french.get(row) : undefined;
      return SHEET_FR.attested({ word, stem, source, row, confidence, meaning });
    }),
  ];
}
