import type { Lang } from '../../../domain/language.ts';
import type { UpdateContent } from './content.ts';

/** What keeps an item from being submitted. */
export type Lack =
  | { what: 'date' | 'theme' | 'tier' | 'source' | 'funding' | 'review_by' }
  /** The day of review has come already. */
  | { what: 'review_past' }
  /** No language is whole. */
  | { what: 'text' };

/** What is missing for everybody; empty when the item can be submitted. `today` is `YYYY-MM-DD`. */
export function lacksOf(content: UpdateContent, today: string): Lack[] {
  const empty = (
    [
      ['date', content.date],
      ['theme', content.theme],
      ['tier', content.tier],
      ['source', content.source.title],
      ['funding', content.funding],
      ['review_by', content.reviewBy],
    ] as const
  ).flatMap(([what, words]) => (words === '' ? [{ what }] : []));
  const past = content.reviewBy !== '' && content.reviewBy <= today ? [{ what: 'review_past' } as const] : [];
  const whole = Object.keys(content.texts).some((lang) => isWhole(content, lang));
  return [...empty, ...past, ...(whole ? [] : [{ what: 'text' } as const])];
}

/** What a language lacks: its readers get another language, and the page says so before anything is submitted. */
export function missingIn(content: UpdateContent, lang: Lang): ('title' | 'first' | 'audio')[] {
  const text = content.texts[lang];
  return (['title', 'first', 'audio'] as const).filter((part) => (text?.[part] ?? '') === '');
}

/** A language in which there is something to read. */
export const isWhole = (content: UpdateContent, lang: Lang): boolean =>
  missingIn(content, lang).every((part) => part === 'audio');
