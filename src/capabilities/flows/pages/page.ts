import type { SpeakingTexts } from '../../../language/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Shown } from '../figures/shown.ts';
import type { MapTexts } from '../map/words.fr.ts';
import type { FlowsTexts } from './texts.fr.ts';

/** What every page about flows is made with. */
export interface Page {
  ctx: StaffContext;
  texts: FlowsTexts;
  mapTexts: MapTexts;
  speaker: Pick<SpeakingTexts, 'languages' | 'fallback' | 'locales' | 'text' | 'corrected'>;
  figures: Figures;
}

/** How numbers, times and days are written for staff. */
export interface Figures {
  count(value: Shown): string;
  /** A time in seconds; `null`: none to show. */
  time(seconds: number | null): string;
  /** Milliseconds since 1970, or `YYYY-MM-DD`. */
  day(at: number | string): string;
  moment(at: number): string;
}

/** @param lang BCP 47 tag of the page */
export function figures(lang: string, texts: FlowsTexts): Figures {
  const count = new Intl.NumberFormat(lang);
  const zone = { timeZone: 'Africa/Bamako' } as const;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', ...zone });
  const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  return {
    count: (value) => (value === null ? texts.hidden : count.format(value)),
    time(seconds) {
      if (seconds === null) return texts.none;
      if (seconds < 90) return texts.seconds(seconds);
      return seconds < 5_400 ? texts.minutes(seconds / 60) : texts.hours(seconds / 3_600);
    },
    day: (at) => day.format(new Date(at)),
    moment: (at) => moment.format(new Date(at)),
  };
}
