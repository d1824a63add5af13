import type { Lang } from '../../../domain/language.ts';
import type { Statement } from '../log/ports.ts';
import { isWhole } from '../model/missing.ts';
import { type Text, wordsOf } from './words.ts';

/** What we published in one language, as claims are compared with it. */
export interface PublishedText {
  number: string;
  version: number;
  lang: Lang;
  statement: Statement;
  text: Text;
  /** Where the title, the first and the second paragraph begin, and where the last of them ends. */
  parts: readonly number[];
}

/** Every language in which there is something to read. */
export const textsOf = (statement: Statement): PublishedText[] =>
  Object.keys(statement.content.texts)
    .filter((lang) => isWhole(statement.content, lang))
    .map((lang) => textIn(statement, lang));

/** So far apart that no two numbers become one. */
const BETWEEN = '\n\n';

/** The words of one language: title, then both paragraphs. */
export function textIn(statement: Statement, lang: Lang): PublishedText {
  const { title = '', first = '', second = '' } = statement.content.texts[lang] ?? {};
  const written = [title, first, second].filter((part) => part !== '');
  const text = wordsOf(written.join(BETWEEN));
  let from = 0;
  const parts = written.map((part) => {
    const at = text.words.findIndex((word) => word.from >= from);
    from += part.length + BETWEEN.length;
    return at === -1 ? text.words.length : at;
  });
  return {
    ...{ number: statement.number, version: statement.version, lang, statement },
    ...{ text, parts: [...parts, text.words.length] },
  };
}
