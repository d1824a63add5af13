import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readTable } from '../../../language/index.ts';

/** A day that the calendar itself tells: every year on this day, or so many days after Easter. */
export interface FixedDay {
  key: string;
  /** `MM-DD`, or `easter+N`. */
  on: string;
  fr: string;
  en: string;
  /** Nothing but what is urgent goes out on it. */
  holds: boolean;
  source: string;
}

/** A day of the Islamic calendar; on which day of ours it falls is known once the moon was seen. */
export interface MoonDay {
  key: string;
  /** 1 to 12, Muharram being the first. */
  month: number;
  day: number;
  fr: string;
  en: string;
  /** `feast`: nothing but what is urgent goes out on it. `fast`: a month with hours of its own begins. */
  kind: 'feast' | 'fast';
  source: string;
}

/** Hours in which nothing but what is urgent goes out, in minutes after midnight. */
export interface Hours {
  key: string;
  when: 'friday' | 'ramadan';
  from: number;
  to: number;
  source: string;
}

/** A hint, which holds nothing back. */
export interface Market {
  cercle: string;
  /** Sunday is 0. */
  weekday: number;
  source: string;
}

export const FIXED_DAYS: readonly FixedDay[] = read(
  'fixed',
  z.object({
    key: z.string().min(1),
    on: z.string().regex(/^(?:\d{2}-\d{2}|easter\+\d{1,2})$/),
    ...{ fr: z.string().min(1), en: z.string().min(1) },
    holds: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
    source: z.string().min(1),
  }),
);

export const MOON_DAYS: readonly MoonDay[] = read(
  'moon',
  z.object({
    key: z.string().min(1),
    month: z.coerce.number().int().min(1).max(12),
    day: z.coerce.number().int().min(1).max(30),
    ...{ fr: z.string().min(1), en: z.string().min(1) },
    kind: z.enum(['feast', 'fast']),
    source: z.string().min(1),
  }),
);

const minutes = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

export const HOURS: readonly Hours[] = read(
  'hours',
  z.object({
    key: z.string().min(1),
    when: z.enum(['friday', 'ramadan']),
    ...{ from: minutes, to: minutes },
    source: z.string().min(1),
  }),
);

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

export const MARKETS: readonly Market[] = read(
  'markets',
  z.object({
    cercle: z.string().min(1),
    weekday: z.enum(WEEKDAYS).transform((word) => WEEKDAYS.indexOf(word)),
    source: z.string().min(1),
  }),
);

/** A table beside this file. One that lacks a source, or says something else than it may, stops the start. */
function read<Row>(name: string, row: z.ZodType<Row>): readonly Row[] {
  const text = readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8');
  const [header = ''] = text.split('\n', 1);
  const columns = header.split(',');
  return readTable(text, `${name}.csv`, columns).map(({ cell }) =>
    row.parse(Object.fromEntries(columns.map((column) => [column, cell(column)]))),
  );
}
