import type { Lang } from '../../domain/language.ts';
import type { Locale, Locales } from '../speaking/locale-text.ts';
import { frenchOf } from './french-of.ts';
import { readReviewed, wordsPrint } from './reviewed-file.ts';

/** The languages with what `reviewed.csv` says of their texts, as far as it was said of these words. */
export function withReviews(localesDir: string, locales: Locales, fallback: Lang): Locales {
  return new Map(
    Array.from(locales, ([lang, locale]) => [
      lang,
      lang === fallback ? locale : reviewedLocale(localesDir, lang, locale, locales.get(fallback)),
    ]),
  );
}

function reviewedLocale(localesDir: string, lang: Lang, locale: Locale, french: Locale | undefined): Locale {
  const reviewed = new Map(readReviewed(localesDir, lang).map((each) => [each.text, each]));
  if (reviewed.size === 0) return locale;
  return new Map(
    Array.from(locale, ([flow, texts]) => [
      flow,
      new Map(
        Array.from(texts, ([key, text]) => {
          const found = reviewed.get(`${flow}/${key}`);
          const words = wordsPrint(frenchOf(french, flow, key)?.text ?? '', text.text);
          if (found?.words !== words) return [key, text] as const;
          const { state, by, on, remark } = found;
          return [key, { ...text, reviewed: state === 'reviewed', review: { by, on, remark } }] as const;
        }),
      ),
    ]),
  );
}
