import type { Lang } from '../../domain/language.ts';
import { readVocabulary, unattestedIn } from '../attesting/vocabulary.ts';
import { asGiven } from '../reviewing/as-given.ts';
import { correctedOf, type CorrectedText } from '../reviewing/corrected.ts';
import type { Param, TextKey } from '../types.ts';
import { type Pack, readPacks } from '../packs/read-packs.ts';
import type { LocaleText } from './locale-text.ts';
import { FALLBACK, type Locale, type Locales, readLocales } from './locales.ts';
import { type Provenance, provenanceOf } from './provenance.ts';
import { shown, textOf, translatorOf, wordsIn } from './translator.ts';

/** A text a language does not have. */
export interface MissingText extends TextKey {
  lang: Lang;
}

/** Makes words out of keys. Fits the ports `Speaker` of `conversation` and `Texts` of `engine`. */
export interface SpeakingTexts {
  /** Those with texts of their own; region packs are apart. */
  readonly languages: readonly Lang[];
  readonly fallback: Lang;
  /** Languages of recordings and labels, whose texts are French. */
  readonly packs: readonly Pack[];
  /** The languages of the packs: a person may choose them, nobody waits for their texts. */
  readonly packLanguages: readonly Lang[];
  /** For the checks and the status pages. */
  readonly locales: Locales;
  /** The same with the packs: every folder that may name a recording. */
  readonly withPacks: Locales;
  say(lang: Lang, text: TextKey, params?: Record<string, Param>): string;
  /** The words with their placeholders (of a plural: its general form), or `undefined` where this language has none. */
  text(lang: Lang, key: TextKey): string | undefined;
  /** The file of its recording under the language's folder, where one is named. */
  audio(lang: Lang, key: TextKey): string | undefined;
  provenance(lang: Lang): Provenance;
  /**
   * From now on the texts of `flow` are these, by language and dotted key, whatever the files say: those that were
   * published. `flow` may be a name no file has, for a version that some talk still runs.
   */
  learn(flow: string, texts: Readonly<Record<Lang, Readonly<Record<string, string>>>>): void;
  /** From now on these stand in for the words they were written over (docs/decisions/reviewed-texts.md), and no others. */
  correct(texts: readonly CorrectedText[]): void;
  /** Where the correction of a text stands that is said now; `undefined` where none is. */
  corrected(lang: Lang, key: TextKey): CorrectedText['state'] | undefined;
  /** What a language says without {@link correct}: its files, and what was published over them. */
  uncorrected(lang: Lang): Locale;
}

/** Met only when even French lacks a text; an empty message would be refused by the platforms, a key is nobody's language. */
const NO_WORDS = '…';

/** Reads `localesDir` and speaks. A missing text falls back to French and is reported once; see {@link readLocales} for what is refused. */
export function loadSpeaker(settings: {
  localesDir: string;
  onMissing: (missing: MissingText) => void;
}): SpeakingTexts {
  const locales = readLocales(settings.localesDir);
  const packs = readPacks(settings.localesDir);
  const isPack = new Set(packs.map(({ lang }) => lang));
  const all = new Map([...locales, ...packs.map(({ lang, texts }) => [lang, texts] as const)]);
  const reported = new Set<string>();
  /** What files and versions say, and what is said: the same but for what staff corrected. */
  const given: Changing = new Map(Array.from(all, ([lang, locale]) => [lang, new Map(locale)]));
  const spoken: Changing = new Map(Array.from(all, ([lang, locale]) => [lang, new Map(locale)]));
  const translator = translatorOf(spoken, FALLBACK);
  let corrected = correctedOf([]);
  const holding = (lang: Lang, flow: string) =>
    corrected.holding({ lang, flow }, given.get(lang)?.get(flow), given.get(FALLBACK)?.get(flow));
  /** Most texts have nothing to fill in, and are the same each time. */
  const plain = new Map<string, string>();
  const speak = (lang: Lang, flow: string): void => {
    plain.clear();
    const words = new Map([...(given.get(lang)?.get(flow) ?? []), ...holding(lang, flow)]);
    spoken.get(lang)?.set(flow, words);
    translator.removeResourceBundle(lang, flow).addResourceBundle(lang, flow, wordsIn(words));
  };
  const has = (lang: Lang, { flow, key }: TextKey) => textOf(spoken, lang, flow, key) !== undefined;

  const report = (lang: Lang, { flow, key }: TextKey) => {
    const id = `${lang} ${flow} ${key}`;
    if (isPack.has(lang) || reported.has(id)) return;
    reported.add(id);
    settings.onMissing({ lang, flow, key });
  };

  const worded = (lang: Lang, text: TextKey, params: Record<string, Param>): string => {
    const spoken = [lang, FALLBACK].find((candidate) => has(candidate, text));
    if (spoken !== lang) report(lang, text);
    if (spoken === undefined) return NO_WORDS;
    return translator.t(text.key, {
      lng: spoken,
      ns: text.flow,
      // A person's words with "$t(…)" in them stay words.
      nest: false,
      replace: shown(params),
      ...(typeof params['count'] === 'number' && { count: params['count'] }),
    });
  };

  return {
    languages: [...locales.keys()],
    fallback: FALLBACK,
    packs,
    packLanguages: [...isPack],
    locales,
    withPacks: all,
    say(lang, text, params) {
      const id = isEmpty(params) ? `${lang} ${text.flow} ${text.key}` : undefined;
      const known = id === undefined ? undefined : plain.get(id);
      if (known !== undefined) return known;
      const said = worded(lang, text, params ?? {});
      if (id !== undefined && has(lang, text)) plain.set(id, said);
      return said;
    },
    text: (lang, { flow, key }) => textOf(spoken, lang, flow, key),
    audio: (lang, { flow, key }) => all.get(lang)?.get(flow)?.get(key)?.audio,
    provenance(lang) {
      const vocabulary = readVocabulary(settings.localesDir, lang);
      return provenanceOf(
        locales,
        lang,
        FALLBACK,
        (text) => vocabulary === undefined || unattestedIn(text, vocabulary).length === 0,
      );
    },
    learn(flow, texts) {
      for (const [lang, flows] of given) {
        // Nobody publishes a pack's labels: they are what its file says.
        if (isPack.has(lang)) continue;
        flows.set(flow, new Map(Object.entries(texts[lang] ?? {}).map(([key, text]) => [key, { text }])));
      }
      for (const lang of given.keys()) speak(lang, flow);
    },
    correct(texts) {
      const before = corrected;
      corrected = correctedOf(texts);
      for (const { lang, flow } of [...before.flows(), ...corrected.flows()]) {
        const versions = [...(given.get(lang)?.keys() ?? [])].filter((name) => name.startsWith(`${flow}@`));
        for (const version of [flow, ...versions]) speak(lang, version);
      }
    },
    corrected: (lang, { flow, key }) => holding(lang, flow).get(key)?.state,
    uncorrected: (lang) => asGiven(given.get(lang) ?? new Map(), all.get(lang)),
  };
}

/** The files' texts, and those that were learnt. */
type Changing = Map<Lang, Map<string, ReadonlyMap<string, Pick<LocaleText, 'text'>>>>;

function isEmpty(params: Record<string, Param> | undefined): boolean {
  for (const name in params) if (Object.hasOwn(params, name)) return false;
  return true;
}
