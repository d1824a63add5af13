import type { StaffContext } from '../../../web/staff/index.ts';
import { TRAFFIC_WORDS } from './texts.ts';
import type { TrafficTexts } from './texts.fr.ts';
import type { Shown } from '../traffic/shown.ts';

/** What everything about people and messages is drawn with. */
export interface Page {
  ctx: StaffContext;
  texts: TrafficTexts;
  /** On a machine where somebody tries Benkan alone nothing is hidden, and it is said. */
  hides: boolean;
  readonly count: (value: Shown) => string;
  /** `YYYY-MM-DD` in words. */
  readonly day: (day: string) => string;
  readonly time: (at: number) => string;
  readonly channel: (name: string) => string;
}

export function pageOf(ctx: StaffContext, hides: boolean): Page {
  const { lang } = ctx.frame;
  const texts = TRAFFIC_WORDS[lang];
  const zone = { timeZone: 'Africa/Bamako' } as const;
  const [number, date, clock] = [
    new Intl.NumberFormat(lang),
    new Intl.DateTimeFormat(lang, { dateStyle: 'medium', ...zone }),
    new Intl.DateTimeFormat(lang, { timeStyle: 'medium', ...zone }),
  ];
  return {
    ...{ ctx, texts, hides },
    count: (value) => (value === null ? texts.hidden : number.format(value)),
    day: (day) => date.format(new Date(`${day}T00:00:00Z`)),
    time: (at) => clock.format(at),
    channel: (name) => texts.channels[name] ?? name,
  };
}
