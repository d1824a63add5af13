import type { TextKey } from '../../types.ts';
import type { CompileAt } from '../node-kind.ts';

/** A text's words in every language that has it. */
export const labelsOf = (label: TextKey, at: CompileAt): string[] =>
  [...at.texts.languages, ...(at.texts.packLanguages ?? [])].flatMap(
    (lang) => at.texts.text(lang, label) ?? [],
  );
