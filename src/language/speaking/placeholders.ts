import { DATE_FORMATS } from './dates.ts';

/** The placeholders of a text, sorted, each once: `{{name}}`, or `{{name, jour}}` with a date's format. `undefined` when its braces are not well formed. */
export function placeholdersOf(text: string): readonly string[] | undefined {
  const found = [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  if (/\{\{|\}\}/u.test(text.replace(PLACEHOLDER, ''))) return undefined;
  return [...new Set(found)].sort();
}

const PLACEHOLDER = new RegExp(`\\{\\{([a-z][a-z0-9_]*)(?:, ?(?:${DATE_FORMATS.join('|')}))?\\}\\}`, 'giu');
