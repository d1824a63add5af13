import type { Clock } from '../../../domain/clock.ts';
import { dayOf, daysAfter } from '../../../domain/clock.ts';
import { lately } from '../../../domain/lately.ts';
import { type CountedEvent, type EventsStore } from '../events/events-store.ts';

/** An activity as everybody may read it: the public part of its place alone (V10), and no number of people. */
export interface OpenEvent {
  id: string;
  title: CountedEvent['title'];
  /** Milliseconds since 1970. */
  starts: number;
  place: string;
  minAge: number;
  state: 'open' | 'full' | 'closed' | 'cancelled';
  /** Raised with every change of staff. */
  rev: number;
  demo: boolean;
}

/** A day of the country's calendar. */
export interface CountryDay {
  /** Stays the same when the day moves. */
  id: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** In French; the tables have no other name that citizens read. */
  name: string;
  /** It waits for the moon, and nobody has confirmed it yet. */
  expected: boolean;
}

export interface Agenda {
  events: readonly OpenEvent[];
  days: readonly CountryDay[];
}

export interface AgendaDeps {
  events: Pick<EventsStore, 'announced'>;
  clock: Clock;
  /** Days of the country between two days, both included. */
  countryDays: (from: string, to: string) => Promise<readonly CountryDay[]>;
  /** Whether it was made for the demonstration. */
  isExample: (id: string) => boolean;
}

const DAY_MS = 86_400_000;
/** Whoever follows the file must still learn that something was called off, or see where they were. */
const BACK_DAYS = 30;
/** As far as staff may plan. */
const AHEAD_DAYS = 366;
/** Further feasts than this are not looked for. */
const FEAST_DAYS = 180;
/** Many ask at once for what changes a few times a day. */
const LOOK_MS = 2000;

/** What takes place: from a month ago to a year ahead, the earliest first. */
export function agendaOf({ events, clock, countryDays, isExample }: AgendaDeps): () => Promise<Agenda> {
  const look = lately(clock, LOOK_MS, async (): Promise<Agenda> => {
    const now = clock.now();
    const today = dayOf(now);
    const period = { from: now - BACK_DAYS * DAY_MS, to: now + AHEAD_DAYS * DAY_MS };
    const [found, days] = await Promise.all([
      events.announced(period),
      countryDays(today, daysAfter(today, FEAST_DAYS)),
    ]);
    return { events: found.flatMap((event) => openEvent(event, isExample) ?? []), days };
  });
  return async () => (await look()).seen;
}

function openEvent(event: CountedEvent, isExample: AgendaDeps['isExample']): OpenEvent | undefined {
  const { id, title, starts, place, minAge, state, rev, inLine, capacity } = event;
  if (state === 'draft') return undefined;
  const shown = state === 'open' && inLine >= capacity ? 'full' : state;
  return { id, title, starts, place, minAge, rev, state: shown, demo: isExample(id) };
}
