import { parse } from 'yaml';
import type { Session, TextKey, Texts, Understanding } from '../../src/engine/types.ts';

/** Texts out of a table `lang → flow.key → words`. With `anything`, a key that is not there reads as itself. */
export function buildTexts(table: Record<string, Record<string, string>>, anything: boolean = false): Texts {
  return {
    languages: Object.keys(table),
    text(lang, { flow, key }: TextKey) {
      const words = table[lang]?.[`${flow}.${key}`];
      return words ?? (anything && !key.endsWith('.retry') ? key : undefined);
    },
  };
}

/** Every text exists and reads as its key's last word. */
export const EVERY_TEXT: Texts = {
  languages: ['fr', 'bm'],
  text: (_lang, { key }) => (key.endsWith('.retry') ? undefined : key.split('.').at(-1)),
};

/**
 * Understands exactly: a digit or a label for options, `oui`/`non`, digits for numbers, five places.
 * What the language room makes of misspellings is tested there.
 */
export const EXACTLY: Understanding = {
  options(options) {
    return (text) => {
      const asked = text.trim().toLowerCase();
      const byDigit = /^\d+$/.test(asked) ? options[Number(asked) - 1] : undefined;
      if (byDigit) return { kind: 'one', value: byDigit.key };
      const found = options.filter(({ labels }) =>
        labels.some((label) => label.toLowerCase().startsWith(asked)),
      );
      return matched(found.map(({ key }) => key));
    };
  },
  yesNo(text) {
    const asked = text.trim().toLowerCase();
    return matched([
      ...(/^(oui|awɔ)$/.test(asked) ? [true] : []),
      ...(/^(non|ayi)$/.test(asked) ? [false] : []),
    ]);
  },
  number(text) {
    const found = text.match(/-?\d+(\.\d+)?/g) ?? [];
    return matched(found.map(Number));
  },
  place(text) {
    const asked = text.trim().toLowerCase();
    return matched(PLACES.filter(({ name }) => name.toLowerCase().startsWith(asked)));
  },
};

const PLACES = [
  { slug: 'gao', name: 'Gao', region: 'gao' },
  { slug: 'mopti', name: 'Mopti', region: 'mopti' },
  { slug: 'mopti/mopti', name: 'Mopti (cercle)', region: 'mopti' },
  { slug: 'segou', name: 'Ségou', region: 'segou' },
  { slug: 'sikasso', name: 'Sikasso', region: 'sikasso' },
];

function matched<T>(found: T[]): ReturnType<Understanding['number']> extends never ? never : Matched<T> {
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', value: first } : { kind: 'many', values: found };
}
type Matched<T> = { kind: 'one'; value: T } | { kind: 'many'; values: T[] } | { kind: 'none' };

/** As the store does between messages. */
export const readBack = (session: Session | null): Session | null =>
  session === null ? null : (JSON.parse(JSON.stringify(session)) as Session);

/** A YAML file of texts as the table of {@link buildTexts}: `priorite.choices.eau` under its flow. */
export function flatTexts(flow: string, yaml: string): Record<string, string> {
  const flat: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') flat[path] = value;
    else if (typeof value === 'object' && value !== null)
      for (const [key, held] of Object.entries(value)) walk(held, `${path}.${key}`);
  };
  walk(parse(yaml), flow);
  return flat;
}
