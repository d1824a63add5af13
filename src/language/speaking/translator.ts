import { createInstance, type i18n } from 'i18next';
import type { Lang } from '../../domain/language.ts';
import type { Param } from '../types.ts';
import { Counted, FORMATS, formatted, type FormatWords } from './formats.ts';
import type { LocaleText } from './locale-text.ts';

/** What fills placeholders: i18next with every text in memory, each flow a namespace, and our own formats. */
export function translatorOf(locales: Spoken, fallback: Lang): i18n {
  const translator = createInstance();
  void translator.init({
    // Everything is in memory: init is done when it returns.
    initAsync: false,
    resources: Object.fromEntries(Array.from(locales, ([lang, locale]) => [lang, resourcesOf(locale)])),
    fallbackLng: fallback,
    keySeparator: false,
    nsSeparator: false,
    // The channels carry plain text; the web room escapes what it renders.
    interpolation: { escapeValue: false },
  });
  const words =
    (lang: Lang): FormatWords =>
    (key) =>
      textOf(locales, lang, 'bot', key) ?? textOf(locales, fallback, 'bot', key);
  for (const format of FORMATS)
    translator.services.formatter?.add(format, (value: unknown, lang = fallback) =>
      formatted(value, format, lang, words(lang)),
    );
  return translator;
}

/** Texts by language, flow and key; only their words matter here. Formats see words that change later. */
export type Spoken = ReadonlyMap<Lang, ReadonlyMap<string, Words>>;
type Words = ReadonlyMap<string, Pick<LocaleText, 'text'>>;

/** The words of a text (of a plural, its general form); none where only its recording is named. */
export function textOf(spoken: Spoken, lang: Lang, flow: string, key: string): string | undefined {
  const texts = spoken.get(lang)?.get(flow);
  const words = (texts?.get(key) ?? texts?.get(`${key}_other`))?.text;
  return words === '' ? undefined : words;
}

/** A flow's texts as i18next takes them. */
export const wordsIn = (texts: Words): Record<string, string> =>
  Object.fromEntries(Array.from(texts, ([key, { text }]) => [key, text]));

const resourcesOf = (locale: ReadonlyMap<string, Words>) =>
  Object.fromEntries(Array.from(locale, ([flow, texts]) => [flow, wordsIn(texts)]));

/** What fills the placeholders. `null` would read "null"; nothing is what is meant. */
export const shown = (params: Record<string, Param>): Record<string, string | Counted> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? new Counted(value) : String(value ?? ''),
    ]),
  );
