import type { Fingerprint } from '../../../conversation/ports.ts';
import type { LineStore } from '../places/line-store.ts';
import type { Places } from '../places/places.ts';
import type { SignupsStore } from '../places/signups-store.ts';
import type { PersonSealer } from '../ports.ts';
import { nicknamePlace, type StoredVolunteer, volunteerId } from '../volunteer/volunteer.ts';
import { bytes, hex, type VolunteersStore } from '../volunteer/volunteers-store.ts';

export interface PeopleListDeps {
  lines: LineStore;
  signups: SignupsStore;
  places: Places;
  volunteers: VolunteersStore;
  fingerprint: Fingerprint;
  persons: PersonSealer;
}

/** One person of an event's list, without a name (T23). */
export interface ListedPerson {
  state: 'confirmed' | 'waiting';
  /** Counted from 1, within the state. */
  position: number;
  ticket: number;
  /** `null`: the sheet is gone, or not written yet. */
  sheet: Pick<StoredVolunteer, 'band' | 'place' | 'skill' | 'languages'> | null;
}

export interface PeopleList {
  /** In the order of the line, from `skip` on. */
  list(event: string, window: { skip: number; limit: number }): Promise<ListedPerson[]>;
  counts(event: string): Promise<{ confirmed: number; waiting: number; cancelled: number }>;
  /** The nickname behind a ticket; `null`: nobody has it, or the name is gone. */
  nameOf(event: string, ticket: number): Promise<string | null>;
}

export function peopleList(deps: PeopleListDeps): PeopleList {
  const { lines, signups, places, volunteers, fingerprint, persons } = deps;
  return {
    async list(event, { skip, limit }) {
      const line = await lines.line(event);
      if (line === null) return [];
      const kept = line.entries
        .filter(({ until }) => until === undefined)
        .map((entry) => ({ entry, rank: line.entries.indexOf(entry) }))
        .slice(skip, skip + limit);
      const found = await signups.findMany(kept.map(({ entry }) => bytes(entry.who)));
      const people = new Map(
        [...found].map(([id, signup]) => [id, volunteerId(fingerprint, places.reachOf(signup).person)]),
      );
      const sheets = await volunteers.findMany([...people.values()]);
      return kept.map(({ entry, rank }) => {
        const volunteer = people.get(hex(entry.who));
        return {
          state: rank < line.capacity ? 'confirmed' : 'waiting',
          position: rank < line.capacity ? rank + 1 : rank - line.capacity + 1,
          ticket: entry.ticket,
          sheet: volunteer === undefined ? null : (sheets.get(hex(volunteer)) ?? null),
        };
      });
    },
    async counts(event) {
      const [line, cancelled] = await Promise.all([lines.line(event), signups.releasedOf(event)]);
      const inLine = line?.entries.length ?? 0;
      const confirmed = Math.min(inLine, line?.capacity ?? 0);
      return { confirmed, waiting: inLine - confirmed, cancelled };
    },
    async nameOf(event, ticket) {
      const entry = (await lines.line(event))?.entries.find((one) => one.ticket === ticket);
      const signup = entry === undefined ? null : await signups.find(bytes(entry.who));
      if (signup === null) return null;
      const { person } = places.reachOf(signup);
      const id = volunteerId(fingerprint, person);
      const sheet = await volunteers.find(id);
      return sheet === null ? null : persons.open(person, sheet.nickname, nicknamePlace(id));
    },
  };
}
