import type { Sealer } from '../../conversation/ports.ts';
import { type EventsStore, eventsStore } from './events/events-store.ts';
import { type LineStore, lineStore } from './places/line-store.ts';
import { type SignupsStore, signupsStore } from './places/signups-store.ts';
import { type VolunteersStore, volunteersStore } from './volunteer/volunteers-store.ts';

export type Database = Parameters<typeof eventsStore>[0];

/** Everything volunteers do with MongoDB. */
export interface VolunteerStores {
  events: EventsStore;
  lines: LineStore;
  signups: SignupsStore;
  volunteers: VolunteersStore;
}

export const volunteerStores = ({ db, sealer }: { db: Database; sealer: Sealer }): VolunteerStores => ({
  events: eventsStore(db, sealer),
  lines: lineStore(db),
  signups: signupsStore(db),
  volunteers: volunteersStore(db),
});
