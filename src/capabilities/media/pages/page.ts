import type { StaffContext } from '../../../web/staff/index.ts';
import type { SentCard } from '../ports.ts';
import type { MediaTexts } from './texts.fr.ts';

/** What every page of voices and photos is made with. */
export interface Page {
  ctx: StaffContext;
  texts: MediaTexts;
}

export const filePath = (id: string): string => `/staff/media/${id}`;

export const countWords = ({ ctx }: Page, n: number): string =>
  new Intl.NumberFormat(ctx.frame.lang).format(n);

/** `12 s · bambara · 22 nov. 2026`. */
export function aboutFile(page: Page, { seconds, size, lang, day }: SentCard): string {
  const { ctx, texts } = page;
  const date = new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'medium', timeZone: 'Africa/Bamako' });
  const length =
    seconds === undefined
      ? texts.kilobytes(countWords(page, Math.ceil(size / 1000)))
      : texts.seconds(countWords(page, seconds));
  return [length, texts.languages[lang] ?? lang, date.format(new Date(`${day}T00:00:00Z`))].join(' · ');
}
