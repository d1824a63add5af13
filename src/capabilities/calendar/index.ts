import { type Clock, dayOf } from '../../domain/clock.ts';
import type { Capability } from '../capability.ts';
import { CALENDAR_COLLECTIONS } from './collections.ts';
import { comingDays } from './days/coming.ts';
import { MARKETS } from './days/read-days.ts';
import { type Database, daysStore } from './days-store.ts';
import { mayBroadcastOver } from './may-broadcast.ts';
import { calendarRoutes } from './pages/routes.tsx';
import { calendarStyles } from './pages/styles.ts';
import type { Calendar } from './ports.ts';

export type { Calendar, Hint, MayBroadcastAt, Where } from './ports.ts';

export interface CalendarDeps {
  db: Database;
  clock: Clock;
  placeName: (slug: string) => string | undefined;
}

/** The calendar of days: when a broadcast may go, kept as tables with their sources and as what staff confirmed (B3). */
export function calendar(deps: CalendarDeps): Capability & { calendar: Calendar } {
  const days = daysStore(deps.db);
  return {
    name: 'calendar',
    collections: CALENDAR_COLLECTIONS,
    effects: [],
    calls: [],
    staffRoutes: calendarRoutes({ ...deps, days }),
    assets: calendarStyles,
    calendar: {
      rule: async () => mayBroadcastOver(await days.confirmed()),
      hints: (now, { cercle }) =>
        MARKETS.filter((market) => market.cercle === cercle && market.weekday === weekdayOf(dayOf(now))).map(
          (market) => ({ kind: 'market', cercle: market.cercle, source: market.source }),
        ),
      days: async (from, to) =>
        comingDays(from, to, await days.confirmed()).map((one) => ({
          id: one.what === 'moon' ? one.id : `${one.fixed.key}-${one.day.slice(0, 4)}`,
          day: one.day,
          name: one.what === 'moon' ? one.moon.fr : one.fixed.fr,
          expected: one.what === 'moon' && !one.confirmed,
        })),
    },
  };
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
