import type { Lang } from '../../domain/language.ts';
import type { Locale, LocaleText } from '../speaking/locale-text.ts';
import { fingerprintOf } from './fingerprint.ts';
import { frenchIn } from './french-of.ts';

/**
 * A text as staff left it, on its way to the files. It is said for exactly the words it was written over, beside exactly the
 * French it was written beside: where a file says something else since, the file is newer, and is what is said.
 */
export interface CorrectedText {
  lang: Lang;
  flow: string;
  key: string;
  text: string;
  state: 'reviewed' | 'draft';
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
  remark: string;
  /** Fingerprint of the French. */
  french: string;
  /** Fingerprints of the words it stands in for. */
  over: readonly string[];
}

/** What staff corrected, for the speaker to find by language and flow. */
export interface Corrected {
  /** Flows of which some text is corrected in a language. */
  flows(): Iterable<{ lang: Lang; flow: string }>;
  /** Those of a flow's corrections that hold for these words, by key. */
  holding(
    place: { lang: Lang; flow: string },
    texts: Words | undefined,
    french: Words | undefined,
  ): ReadonlyMap<string, CorrectedText>;
}

type Words = ReadonlyMap<string, Pick<LocaleText, 'text'>>;

export function correctedOf(all: readonly CorrectedText[]): Corrected {
  const byPlace = new Map<string, CorrectedText[]>();
  for (const one of all) {
    const place = placeOf(one);
    byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  return {
    flows: () => Array.from(byPlace.values(), ([first]) => first).filter((first) => first !== undefined),
    holding(place, texts, french) {
      const own = byPlace.get(placeOf(place)) ?? [];
      return new Map(own.filter((one) => holds(one, texts, french)).map((one) => [one.key, one]));
    },
  };
}

/** A language as it is said now, for whoever reviews it. */
export function correctedLocale(lang: Lang, locale: Locale, french: Locale, corrected: Corrected): Locale {
  const flows = new Set([...locale.keys(), ...french.keys()]);
  return new Map(
    Array.from(flows, (flow) => {
      const texts = locale.get(flow) ?? new Map<string, LocaleText>();
      const holding = corrected.holding({ lang, flow }, texts, french.get(flow));
      if (holding.size === 0) return [flow, texts] as const;
      const changed = Array.from(holding, ([key, one]) => {
        const source = frenchIn(french.get(flow), key);
        return [key, said(one, texts.get(key), source)] as const;
      });
      return [flow, new Map([...texts, ...changed])] as const;
    }),
  );
}

function said(
  { text, state, by, on, remark }: CorrectedText,
  file: LocaleText | undefined,
  french: LocaleText | undefined,
): LocaleText {
  const { kept, ...rest } = file ?? { placeholders: [], file: '', line: 0 };
  const review = { by, on, remark };
  const stays = kept !== undefined && text === french?.text;
  return { ...rest, text, reviewed: state === 'reviewed', review, ...(stays && { kept }) };
}

function holds({ key, french, over }: CorrectedText, texts: Words | undefined, source: Words | undefined) {
  const words = texts?.get(key)?.text ?? '';
  return french === fingerprintOf(frenchIn(source, key)?.text ?? '') && over.includes(fingerprintOf(words));
}

/** An older version of a flow is spoken under `flow@hash`; its texts are the flow's. */
const placeOf = ({ lang, flow }: { lang: Lang; flow: string }): string =>
  `${lang} ${flow.replace(/@.*$/u, '')}`;
