/** How numbers and days are written for staff. */
export interface Figures {
  count(value: number): string;
  /** A whole percentage: more digits would promise a precision that an opt-in sample does not have. */
  share(value: number): string;
  number(value: number): string;
  /** `YYYY-MM-DD` as a date in Africa/Bamako. */
  day(day: string): string;
}

/** @param lang BCP 47 tag of the page */
export function figures(lang: string): Figures {
  const count = new Intl.NumberFormat(lang);
  const share = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'Africa/Bamako' });
  return {
    count: (value) => count.format(value),
    share: (value) => share.format(value),
    number: (value) => number.format(value),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
  };
}
