import type { PublicLang } from './languages.ts';

/**
 * A day in words. Written out here and not asked of `Intl`: what a share card says must be the same letters on every
 * machine and in every year, so that its picture is known again.
 * @param day `2026-11-22`, or a moment that begins with it
 */
export function dayWords(lang: PublicLang, day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  const name = MONTHS[lang][Number(month) - 1];
  if (name === undefined) return day;
  const n = Number(date);
  // In the order of the chat's texts: year, month, day.
  return lang === 'bm'
    ? `san ${year} ${name} tile ${String(n)}`
    : `${n === 1 ? '1er' : String(n)} ${name} ${year}`;
}

/** As `locales/bm/bot.yaml` has them, from the glossary. */
const MONTHS: Readonly<Record<PublicLang, readonly string[]>> = {
  fr: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
  bm: [
    ...['zanwuyekalo', 'feburuyekalo', 'marisikalo', 'awirilikalo', 'mɛkalo', 'zuwɛnkalo'],
    ...['zuluyekalo', 'utikalo', 'sɛtanburukalo', 'ɔkutɔburukalo', 'nowanburukalo', 'desanburukalo'],
  ],
};
