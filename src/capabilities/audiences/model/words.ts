import type { Audience, Field } from './audience.ts';

export type PageLang = 'fr' | 'en';

/** What a value is called, as far as it has a name: a region's, a language's, an age band's. */
export type ValueName = (field: Field, value: string, lang: PageLang) => string;

/** An audience in words, the outer level without brackets. */
export function describe(of: Audience, lang: PageLang, nameOf: ValueName): string {
  const words = WORDS[lang];
  if ('all' in of && of.all.length === 0) return words.everybody;
  if ('any' in of && of.any.length === 0) return words.nobody;
  return within(of, lang, nameOf);
}

function within(of: Audience, lang: PageLang, nameOf: ValueName): string {
  const words = WORDS[lang];
  if ('all' in of) return joined(of.all, words.and, words.everybody, lang, nameOf);
  if ('any' in of) return joined(of.any, words.or, words.nobody, lang, nameOf);
  if ('not' in of) return `${words.not} ${bracketed(of.not, lang, nameOf)}`;
  if (of.field === 'active') return words.active(Math.max(...of.in.map(Number)));
  const values = of.in.map((value) => nameOf(of.field, value, lang));
  return `${words.fields[of.field]}${words.colon}${values.join(words.orValue)}`;
}

function joined(
  parts: readonly Audience[],
  by: string,
  none: string,
  lang: PageLang,
  nameOf: ValueName,
): string {
  if (parts.length === 0) return none;
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return within(only, lang, nameOf);
  return parts.map((part) => bracketed(part, lang, nameOf)).join(` ${by} `);
}

/** A level of several parts stands in brackets, so that it is read as one. */
function bracketed(of: Audience, lang: PageLang, nameOf: ValueName): string {
  const several = ('all' in of && of.all.length > 1) || ('any' in of && of.any.length > 1);
  const said = within(of, lang, nameOf);
  return several ? `(${said})` : said;
}

const WORDS = {
  fr: {
    ...{ everybody: 'tout le monde', nobody: 'personne', and: 'et', or: 'ou', not: 'sauf' },
    ...{ colon: ' : ', orValue: ' ou ' },
    active: (days: number): string => `a écrit depuis ${String(days)} jours ou moins`,
    fields: {
      ...{ lang: 'langue', channel: 'canal', region: 'région', cercle: 'cercle', commune: 'commune' },
      ...{
        sex: 'sexe',
        age: 'âge',
        group: 'groupe',
        theme: 'abonné au thème',
        active: '',
        answer: 'réponse',
      },
    },
  },
  en: {
    ...{ everybody: 'everybody', nobody: 'nobody', and: 'and', or: 'or', not: 'except' },
    ...{ colon: ': ', orValue: ' or ' },
    active: (days: number): string => `wrote in the last ${String(days)} days`,
    fields: {
      ...{ lang: 'language', channel: 'channel', region: 'region', cercle: 'cercle', commune: 'commune' },
      ...{ sex: 'sex', age: 'age', group: 'group', theme: 'subscribed to', active: '', answer: 'answer' },
    },
  },
} as const satisfies Record<PageLang, unknown>;
