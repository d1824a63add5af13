import type { Lang } from '../../../domain/language.ts';
import type { UpdateContent } from './content.ts';
import type { Update } from './update.ts';

/** What keeps an item from being submitted. */
export type Lack =
  | { what: 'date' | 'theme' | 'tier' | 'source' | 'funding' | 'review_by' }
  /** The day of review has come already. */
  | { what: 'review_past' }
  /** No language is whole. */
  | { what: 'text' }
  /** Of a correction: a language that has words does not say what was wrong before. */
  | { what: 'why' }
  /** Of a picture: a language that has words does not say what it shows. */
  | { what: 'alt' };

/** What is missing for everybody; empty when the item can be submitted. `today` is `YYYY-MM-DD`. */
export function lacksOf({ content, corrects }: Pick<Update, 'content' | 'corrects'>, today: string): Lack[] {
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
  const whole = Object.keys(content.texts).filter((lang) => isWhole(content, lang));
  const silent = corrects !== undefined && whole.some((lang) => content.texts[lang]?.reason === undefined);
  const { image } = content;
  const unseen = image !== undefined && whole.some((lang) => (image.alt[lang] ?? '') === '');
  return [
    ...empty,
    ...past,
    ...(whole.length > 0 ? [] : [{ what: 'text' } as const]),
    ...(silent ? [{ what: 'why' } as const] : []),
    ...(unseen ? [{ what: 'alt' } as const] : []),
  ];
}

/** What a language lacks: its readers get another language, and the page says so before anything is submitted. */
export function missingIn(content: UpdateContent, lang: Lang): ('title' | 'first' | 'audio')[] {
  const text = content.texts[lang];
  return (['title', 'first', 'audio'] as const).filter((part) => (text?.[part] ?? '') === '');
}

/** A language in which there is something to read. */
export const isWhole = (content: UpdateContent, lang: Lang): boolean =>
  missingIn(content, lang).every((part) => part === 'audio');
