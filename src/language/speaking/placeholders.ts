import { FORMATS } from './formats.ts';

/** The placeholders of a text, sorted, each once: `{{name}}`, or `{{name, jour}}` with a format. `undefined` when its braces are not well formed. */
export function placeholdersOf(text: string): readonly string[] | undefined {
  const found = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  if (/\{\{|\}\}/u.test(text.replace(PLACEHOLDER, ''))) return undefined;
  return [...new Set(found)].sort();
}

/** The same with their formats, as they would be written: `quand, jour`. */
export const typedPlaceholdersOf = (text: string): readonly string[] =>
  [
    ...new Set(
      [...text.matchAll(PLACEHOLDER)].map(([, name = '', format]) =>
        [name, format].filter(Boolean).join(', '),
      ),
    ),
  ].sort();

const PLACEHOLDER = new RegExp(`\\{\\{([a-z][a-z0-9_]*)(?:, ?(${FORMATS.join('|')}))?\\}\\}`, 'giu');
