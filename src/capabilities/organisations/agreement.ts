import { daysAfter } from '../../domain/clock.ts';
import { SHARED_CLASSES, type SharedClass } from '../wall.ts';

/** `proposed`: one side said yes. `agreed`: both did. `ended`: one of them took it back. */
export const AGREEMENT_STATES = ['proposed', 'agreed', 'ended'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** One class of records, from one organisation to one other. There is one at most of each: it is what names it. */
export interface Terms {
  /** Who gives. */
  owner: string;
  /** Who reads. */
  reader: string;
  records: SharedClass;
}

export interface Agreement extends Terms {
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until: string;
  state: AgreementState;
  /** Which of the two proposed it; the other one agrees. */
  by: string;
}

/** Longer than a campaign, an agreement nobody remembers is one nobody meant. */
const MOST_DAYS = 366;

/** Whether it is in force on a day. */
export const holds = ({ state, until }: Agreement, today: string): boolean =>
  state === 'agreed' && until >= today;

export const isOver = ({ state, until }: Agreement, today: string): boolean =>
  state === 'ended' || until < today;

/** Whether an agreement may end on this day. */
export const isEnd = (day: string, today: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day) &&
  day > today &&
  day <= daysAfter(today, MOST_DAYS);

export const sharedClass = (text: string | undefined): SharedClass | undefined =>
  SHARED_CLASSES.find((known) => known === text);

export const agreementId = ({ owner, reader, records }: Terms): string => `${owner}/${reader}/${records}`;
