import type { Match, Session, TextKey, Texts, Understanding } from '../../src/engine/types.ts';

/** Texts out of a table `lang → flow.key → words`. */
export const buildTexts = (table: Record<string, Record<string, string>>): Texts => ({
  languages: Object.keys(table),
  text: (lang, { flow, key }: TextKey) => table[lang]?.[`${flow}.${key}`],
});

/** Every text exists and reads as its key's last word. */
export const EVERY_TEXT: Texts = {
  languages: ['fr', 'bm'],
  text: (_lang, { key }) => (key.endsWith('.retry') ? undefined : key.split('.').at(-1)),
};

/**
 * Understands exactly: a digit or a label for options, several with spaces or commas between, `oui`/`non`, digits for
 * numbers, five places, eight digits for a phone.
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
  several(options) {
    const one = EXACTLY.options(options);
    return (text) => {
      const found = text.split(/[, ]+/).map((part) => one(part));
      const keys = found.flatMap((match) => (match.kind === 'one' ? [match.value] : []));
      return keys.length < found.length ? { kind: 'none' } : { kind: 'one', value: [...new Set(keys)] };
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
  date(text, { today, min = '', max = '9999' }) {
    const asked = text.trim() === 'bi' ? today : text.trim();
    return matched(/^\d{4}-\d\d-\d\d$/.test(asked) && asked >= min && asked <= max ? [asked] : []);
  },
  phone: (text) => matched(/^\d{8}$/.test(text.trim()) ? [`+223${text.trim()}`] : []),
};

const PLACES = [
  { slug: 'gao', name: 'Gao', region: 'gao' },
  { slug: 'mopti', name: 'Mopti', region: 'mopti' },
  { slug: 'mopti/mopti', name: 'Mopti (cercle)', region: 'mopti' },
  { slug: 'segou', name: 'Ségou', region: 'segou' },
  { slug: 'sikasso', name: 'Sikasso', region: 'sikasso' },
];

function matched<T>(found: T[]): Match<T> {
  const [first] = found;
  if (first === undefined) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', value: first } : { kind: 'many', values: found };
}

/** As the store does between messages. */
export const readBack = (session: Session | null): Session | null =>
  session === null ? null : (JSON.parse(JSON.stringify(session)) as Session);

/** Frozen through and through: writing to it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
