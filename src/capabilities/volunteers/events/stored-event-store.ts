import type { mongo } from 'mongoose';
import type { LineEntry } from '../places/line.ts';
import type { EventKind, EventState } from './event.ts';

/** An event as stored: what it is, and who has a place, in one document (docs/decisions/places.md). */
export interface StoredEvent {
  _id: string;
  org: string;
  state: EventState;
  kind: EventKind;
  title: { fr: string; bm: string | null };
  /** Milliseconds since 1970. */
  starts: number;
  day: string;
  /** Absent in events of a version that knew no regions. */
  region?: string | null;
  place: string;
  exact: mongo.Binary | null;
  capacity: number;
  minAge: number;
  authorisation: { by: string; day: string } | null;
  rev: number;
  change: number;
  /** Numbers given out so far. */
  tickets: number;
  line: LineEntry[];
}
