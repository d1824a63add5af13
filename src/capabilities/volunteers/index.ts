import type { Capability } from '../capability.ts';
import type { Walls } from '../wall.ts';
import { claimCall } from './calls/claim.ts';
import { eventCall, exactCall, standingCall } from './calls/event.ts';
import { meCall } from './calls/me.ts';
import { offeredCall } from './calls/offered.ts';
import { dailyCounts } from './desk/daily-counts-store.ts';
import { desk } from './desk/desk.ts';
import { peopleList } from './desk/people-list.ts';
import { volunteerNeeds } from './needs.ts';
import { volunteerRoutes } from './pages/routes.tsx';
import { volunteerStyles } from './pages/styles.ts';
import type { AgendaDeps } from './public/agenda.ts';
import { publicAgendaRoutes } from './public/routes.tsx';
import { agendaStyles } from './public/styles.ts';
import { VOLUNTEER_COLLECTIONS } from './collections.ts';
import { demoEvents } from './demo/demo-events.ts';
import { sweepEvents } from './demo/sweep-store.ts';
import { type Database, volunteerStores } from './stores.ts';
import { keepEffect, releaseEffect } from './places/effects.ts';
import { places as placesOf } from './places/places.ts';
import type { Outside, PersonSealer } from './ports.ts';
import { changeDue } from './reminders/change-due.ts';
import { lineDue, newsDue } from './reminders/line-due.ts';
import { reminderDue } from './reminders/reminder-due.ts';
import { uniteSheets } from './uniting/sheets.ts';
import { keepReach, uniteSignups } from './uniting/signups.ts';
import { languagesEffect, leaveEffect, registerEffect } from './volunteer/sheet.ts';
import { volunteerId } from './volunteer/volunteer.ts';

export interface VolunteersDeps extends Outside, Pick<AgendaDeps, 'countryDays' | 'isExample'> {
  db: Database;
  /** A region's or cercle's name. */
  placeName: (slug: string) => string | undefined;
  /** Who else may see events and their numbers. */
  walls: Walls;
}

export interface Volunteers extends Capability {
  /** For "my data": a sheet (0 or 1), and sign-ups that are kept. */
  kept(person: string): Promise<{ sheet: number; signups: number }>;
  /** Where somebody lives, by their sheet: a region or `region/cercle`. */
  placeOf(person: string): Promise<string | undefined>;
  /** For erasure: deletes the sheet and the sign-ups; the places go to the next. Safe to repeat. */
  eraseFor(person: string): Promise<number>;
  /** Two people are one, and so one volunteer; or one leaves with a talk. Both are safe to repeat. */
  readonly owned: {
    unite(from: string, to: string): Promise<void>;
    part(leaving: { from: string; conversation: string; staying: string }): Promise<void>;
  };
}

/** Youth volunteers and the events of the campaign: sheets, places, waiting lists, reminders. */
export function volunteers(deps: VolunteersDeps): Volunteers {
  const stores = volunteerStores(deps);
  const places = placesOf({ ...deps, ...stores });
  const all = { ...deps, ...stores, places };
  const eraseFor = async (person: string): Promise<number> => {
    const events = await stores.events.allIds();
    const signups = await places.forget(person, events);
    return signups + (await stores.volunteers.remove(volunteerId(deps.fingerprint, person)));
  };
  return {
    name: 'volunteers',
    collections: VOLUNTEER_COLLECTIONS,
    effects: [
      registerEffect(all),
      languagesEffect(all),
      leaveEffect(eraseFor),
      keepEffect(places),
      releaseEffect(places),
    ],
    calls: [meCall(all), offeredCall(all), eventCall(all), standingCall(all), exactCall(all), claimCall(all)],
    dues: [lineDue(all), newsDue(all), changeDue(all), reminderDue(all)],
    staffRoutes: volunteerRoutes({
      ...all,
      desk: desk(all),
      list: peopleList(all),
      counts: dailyCounts(deps.db),
    }),
    staffSlots: volunteerNeeds({ ...stores, clock: deps.clock }),
    publicRoutes: publicAgendaRoutes({ ...deps, ...stores }),
    assets: [...volunteerStyles, ...agendaStyles],
    async kept(person) {
      const [sheet, signups] = await Promise.all([
        stores.volunteers.find(volunteerId(deps.fingerprint, person)),
        places.keptOf(person, await stores.events.allIds()),
      ]);
      return { sheet: sheet === null ? 0 : 1, signups };
    },
    async placeOf(person) {
      const sheet = await stores.volunteers.find(volunteerId(deps.fingerprint, person));
      return sheet?.place ?? undefined;
    },
    eraseFor,
    owned: {
      async unite(from, to) {
        await uniteSheets(all, from, to);
        await uniteSignups(all, from, to);
      },
      part: ({ from, conversation, staying }) => keepReach(all, { person: from, conversation, staying }),
    },
    demo: {
      deeds: (from, _to, org) => demoEvents({ ...deps, ...stores, org }, from),
      sweep: (mark) => sweepEvents(deps.db, mark),
    },
  };
}

export type { PersonSealer };
