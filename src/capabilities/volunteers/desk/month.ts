import { daysAfter } from '../../../domain/clock.ts';
import { localOf, momentOf } from '../when.ts';

/** A month as a calendar shows it. */
export interface Month {
  /** `YYYY-MM` */
  id: string;
  previous: string;
  next: string;
  /** Every day, in order. */
  days: string[];
  /** 1 (Monday) to 7: where the first day stands. */
  firstWeekday: number;
  /** Milliseconds since 1970, `to` excluded. */
  from: number;
  to: number;
}

/** Anything but a month of this century is the current one. */
export function monthOf(asked: string | null, now: number, zone: string): Month {
  const id =
    asked !== null && /^20\d{2}-(0[1-9]|1[0-2])$/u.test(asked) ? asked : localOf(now, zone).day.slice(0, 7);
  const first = `${id}-01`;
  const next = daysAfter(first, 31).slice(0, 7);
  const days: string[] = [];
  for (let day = first; day.startsWith(id); day = daysAfter(day, 1)) days.push(day);
  return {
    id,
    previous: daysAfter(first, -1).slice(0, 7),
    next,
    days,
    firstWeekday: ((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7) + 1,
    from: momentOf({ day: first, time: '00:00' }, zone) ?? now,
    to: momentOf({ day: `${next}-01`, time: '00:00' }, zone) ?? now,
  };
}
