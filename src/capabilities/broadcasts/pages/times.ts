import type { Repeat } from '../model/broadcast.ts';
import { MOST_REPEATS, REPEAT_DAYS, timesOf } from '../model/repeat.ts';

export type TimeFault = 'bad_time' | 'past' | 'too_far' | 'bad_days' | 'too_often' | 'missing';

const DAY_MS = 86_400_000;
const FARTHEST_MS = 366 * DAY_MS;
/** To the last minute of the day it ends on. */
const END_OF_DAY_MS = DAY_MS - 60_000;

interface Times {
  at: number | null;
  every?: Repeat;
  faults: Readonly<Record<string, TimeFault>>;
}

/** When it goes out and how often, in Bamako's hours, which are UTC's. */
export function readTimes(form: Readonly<Record<string, string>>, now: number): Times {
  const faults: Record<string, TimeFault> = {};
  const at = momentOf(form, now, faults);
  const every = repeatOf(form, at ?? now, faults);
  return { at, ...(every && { every }), faults };
}

function momentOf(
  form: Readonly<Record<string, string>>,
  now: number,
  faults: Record<string, TimeFault>,
): number | null {
  if ((form['quand'] ?? '') === '') return null;
  if (form['quand'] !== 'date') {
    faults['quand'] = 'bad_time';
    return null;
  }
  const [day, time] = [dayIn(form['jour']), form['heure'] ?? ''];
  const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time) ?? [];
  if (day === undefined) faults['jour'] = 'bad_time';
  if (hours === '') faults['heure'] = 'bad_time';
  if (day === undefined || hours === '') return null;
  const at = day + (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (at <= now) faults['jour'] = 'past';
  if (at > now + FARTHEST_MS) faults['jour'] = 'too_far';
  return at;
}

function repeatOf(
  form: Readonly<Record<string, string>>,
  first: number,
  faults: Record<string, TimeFault>,
): Repeat | undefined {
  const [typed = '', end = ''] = [form['tous_les']?.trim(), form['jusqu_au']?.trim()];
  if (typed === '' && end === '') return undefined;
  const days = /^\d{1,3}$/u.test(typed) ? Number(typed) : 0;
  if (days < REPEAT_DAYS.least || days > REPEAT_DAYS.most) faults['tous_les'] = 'bad_days';
  const last = dayIn(end);
  if (last === undefined) faults['jusqu_au'] = end === '' ? 'missing' : 'bad_time';
  if (faults['tous_les'] !== undefined || last === undefined) return undefined;
  const every = { days, until: last + END_OF_DAY_MS };
  if (every.until <= first) faults['jusqu_au'] = 'past';
  if (every.until > first + FARTHEST_MS) faults['jusqu_au'] = 'too_far';
  if (timesOf(every, first) > MOST_REPEATS) faults['tous_les'] = 'too_often';
  return every;
}

/** Midnight of a day `YYYY-MM-DD` that exists. */
function dayIn(text = ''): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? undefined : ms;
}
