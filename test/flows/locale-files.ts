import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

const LOCALES = new URL('../../locales/', import.meta.url);

/** What a citizen can meet: flow texts and the bot's own. */
export const files: readonly string[] = [
  'bot.yaml',
  ...readdirSync(new URL('fr/flows/', LOCALES)).map((name) => `flows/${name}`),
];
export const languages: readonly string[] = readdirSync(LOCALES);

/** Dotted key → words, as the file has them; the header `_file` is left out. */
export function textsOf(lang: string, file: string): ReadonlyMap<string, string> {
  const parsed = parse(readFileSync(new URL(`${lang}/${file}`, LOCALES), 'utf8')) as Record<string, unknown>;
  const groups = Object.entries(parsed).filter(([key]) => key !== '_file');
  return new Map(groups.flatMap(([key, group]) => flat(group, key)));
}

/** A text is a string, or its words with how they came about and its other forms. */
const TEXT_PARTS = new Set(['text', 'short', 'audio', 'image', 'review', 'source', 'kept', 'plain']);

function flat(node: unknown, prefix: string): [string, string][] {
  if (typeof node === 'string') return [[prefix, node]];
  if (typeof node !== 'object' || node === null)
    throw new Error(`${prefix}: neither words nor a group of words`);
  if (
    'text' in node &&
    typeof node.text === 'string' &&
    Object.keys(node).every((key) => TEXT_PARTS.has(key))
  )
    return [[prefix, node.text]];
  return Object.entries(node).flatMap(([key, inner]) => flat(inner, `${prefix}.${key}`));
}
