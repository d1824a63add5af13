import type { StaffLang } from '../../web/kit/index.ts';

/** How moments, days and numbers are written on the pages of settings. */
export interface Shown {
  readonly moment: (at: number) => string;
  readonly day: (day: string) => string;
  readonly count: (value: number) => string;
}

export function shownIn(lang: StaffLang): Shown {
  const zone = { timeZone: 'Africa/Bamako' } as const;
  const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', ...zone });
  const number = new Intl.NumberFormat(lang);
  return {
    moment: (at) => moment.format(at),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    count: (value) => number.format(value),
  };
}
