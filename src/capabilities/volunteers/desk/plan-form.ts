import { daysAfter } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import { REGION_LIST } from '../../../language/index.ts';
import {
  EVENT_KINDS,
  type EventKind,
  type EventPlan,
  MAX_CAPACITY,
  MAX_EXACT,
  MAX_OFFICE,
  MAX_PLACE,
  MAX_TITLE,
} from '../events/event.ts';
import { MIN_AGES } from '../volunteer/band.ts';
import { localOf, momentOf } from '../when.ts';

export const PLAN_FIELDS = [
  'kind',
  'title_fr',
  'title_bm',
  'date',
  'time',
  'region',
  'place',
  'exact',
  'capacity',
  'min_age',
  'auth_by',
  'auth_day',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** What can be wrong with one field; the page has the words. */
export type FieldFault =
  | 'empty'
  | 'too_long'
  | 'bad_choice'
  | 'bad_date'
  | 'bad_time'
  | 'past'
  | 'too_far'
  | 'bad_capacity'
  | 'below_confirmed'
  | 'incomplete'
  | 'needed';

export type Typed = Readonly<Record<string, string>>;
export type Faults = Partial<Record<PlanField, FieldFault>>;
export type ReadPlan = { ok: true; plan: EventPlan } | { ok: false; faults: Faults };

/** Nobody plans further, and a year that is mistyped is noticed. */
const MAX_DAYS_AHEAD = 366;

/**
 * Reads an event as staff typed it.
 * @param needsAuthorisation it is open already: the authorisation stays filled
 * @throws Fault `unknown_field` for a field no page of ours has
 */
export function readPlan(
  form: Typed,
  { now, zone, needsAuthorisation }: { now: number; zone: string; needsAuthorisation: boolean },
): ReadPlan {
  const known: readonly string[] = [...PLAN_FIELDS, 'rev'];
  if (Object.keys(form).some((field) => !known.includes(field)))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  const faults: Faults = {};
  const words = (field: PlanField, max: number, required: boolean): string => {
    const text = oneLine(form[field] ?? '');
    if (text === '' && required) faults[field] = 'empty';
    if (Array.from(text).length > max) faults[field] = 'too_long';
    return text;
  };
  const kind = EVENT_KINDS.find((each) => each === form['kind']);
  if (kind === undefined) faults.kind = 'bad_choice';
  const minAge = MIN_AGES.find((age) => String(age) === form['min_age']);
  if (minAge === undefined) faults.min_age = 'bad_choice';
  const [titleFr, titleBm] = [words('title_fr', MAX_TITLE, true), words('title_bm', MAX_TITLE, false)];
  const [place, exact] = [words('place', MAX_PLACE, true), words('exact', MAX_EXACT, false)];
  const plan: EventPlan = {
    kind: kind ?? ('libre' satisfies EventKind),
    title: { fr: titleFr, bm: titleBm === '' ? null : titleBm },
    starts: startsOf(form, faults, now, zone),
    region: regionOf(form, faults),
    place,
    exact: exact === '' ? null : exact,
    capacity: capacityOf(form, faults),
    minAge: minAge ?? MIN_AGES[0],
    authorisation: authorisationOf(
      words('auth_by', MAX_OFFICE, needsAuthorisation),
      form['auth_day'] ?? '',
      faults,
      needsAuthorisation,
    ),
  };
  return Object.keys(faults).length === 0 ? { ok: true, plan } : { ok: false, faults };
}

/** The fields as they are typed, from an event. */
export function typedPlan(plan: EventPlan, zone: string): Typed {
  const { day, time } = localOf(plan.starts, zone);
  return {
    kind: plan.kind,
    title_fr: plan.title.fr,
    title_bm: plan.title.bm ?? '',
    date: day,
    time,
    region: plan.region ?? '',
    place: plan.place,
    exact: plan.exact ?? '',
    capacity: String(plan.capacity),
    min_age: String(plan.minAge),
    auth_by: plan.authorisation?.by ?? '',
    auth_day: plan.authorisation?.day ?? '',
  };
}

function startsOf(form: Typed, faults: Faults, now: number, zone: string): number {
  const [day, time] = [form['date'] ?? '', form['time'] ?? ''];
  if (momentOf({ day, time: '12:00' }, zone) === null) faults.date = day === '' ? 'empty' : 'bad_date';
  if (momentOf({ day: '2026-01-01', time }, zone) === null) faults.time = time === '' ? 'empty' : 'bad_time';
  const starts = momentOf({ day, time }, zone);
  if (starts === null) return 0;
  if (starts <= now) faults.date = 'past';
  if (day > daysAfter(localOf(now, zone).day, MAX_DAYS_AHEAD)) faults.date = 'too_far';
  return starts;
}

/** Nothing chosen is a region too: that of nobody, which only those see who see all of them. */
function regionOf(form: Typed, faults: Faults): string | null {
  const slug = form['region'] ?? '';
  if (slug !== '' && !REGION_LIST.some((region) => region.slug === slug)) faults.region = 'bad_choice';
  return slug === '' ? null : slug;
}

/** Digits alone: 1e9, 1.5, −1 and full-width digits are no number of places. */
function capacityOf(form: Typed, faults: Faults): number {
  const text = form['capacity'] ?? '';
  const places = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  if (places < 1 || places > MAX_CAPACITY) faults.capacity = text === '' ? 'empty' : 'bad_capacity';
  return places;
}

function authorisationOf(
  by: string,
  day: string,
  faults: Faults,
  needed: boolean,
): EventPlan['authorisation'] {
  if (by === '' && day === '') {
    if (needed) faults.auth_by = 'needed';
    return null;
  }
  if (by === '') faults.auth_by = 'incomplete';
  if (day === '') faults.auth_day = 'incomplete';
  else if (momentOf({ day, time: '12:00' }, 'UTC') === null) faults.auth_day = 'bad_date';
  return { by, day };
}

/** Control and format characters could hide or reorder what is read; half a surrogate pair is none. */
const oneLine = (text: string): string =>
  Buffer.from(text)
    .toString()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
