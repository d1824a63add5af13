import { EVENTS } from '../collections.ts';

/** The five types of the campaign, and whatever else. */
export const EVENT_KINDS = ['sport', 'gare', 'projection', 'sketch', 'media', 'libre'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_STATES = ['draft', 'open', 'closed', 'cancelled'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** More people than this are no event of volunteers, and a line of this length stays far below a document's 16 MB. */
export const MAX_CAPACITY = 1000;
/** What a citizen's screen and a flow's variables hold. */
export const MAX_TITLE = 60;
export const MAX_PLACE = 60;
export const MAX_EXACT = 120;
export const MAX_OFFICE = 120;

/** What staff decide about an event. */
export interface EventPlan {
  kind: EventKind;
  /** By language; French is always there. */
  title: { fr: string; bm: string | null };
  /** Milliseconds since 1970. */
  starts: number;
  /** Slug of the region whose coordinators look after it; `null`: of none. */
  region: string | null;
  /** What everybody reads. */
  place: string;
  /** What only confirmed people read (V10); `null`: nothing more than the public part. */
  exact: string | null;
  capacity: number;
  /** One of `MIN_AGES`. */
  minAge: number;
  /** An office or a function, never a person's name, and the day on the paper. Filled before opening (V3). */
  authorisation: { by: string; day: string } | null;
}

/** An event as staff and calls read it: without its line. */
export interface Event extends EventPlan {
  id: string;
  org: string;
  state: EventState;
  /** `YYYY-MM-DD` of the campaign's calendar. */
  day: string;
  /** Raised by every change of staff; a form that was opened before says so. */
  rev: number;
  /** Raised when time, place or state changes for those signed up: each such change is told once. */
  change: number;
}

export const exactPlace = (id: string): string => `${EVENTS}/exact/${id}`;

/** What may follow what; a cancelled event stays cancelled, for those signed up were told. */
const NEXT: Readonly<Record<EventState, readonly EventState[]>> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['open', 'cancelled'],
  cancelled: [],
};

export const mayBecome = (from: EventState, to: EventState): boolean => NEXT[from].includes(to);
