import type { DemoPerson } from '../people/person.ts';

/** What somebody came for. */
export type Wish =
  | 'survey'
  | 'news'
  | 'volunteer'
  | 'events'
  | 'help'
  | 'stop'
  | 'erase'
  | 'chatter'
  | 'person'
  | 'question'
  | 'timeline';

/** The patience of who does not put the phone away, and answers whatever a flow asks. */
export const PATIENT = 1000;

/** One time somebody takes up the phone. */
export interface Sitting {
  person: DemoPerson;
  /** Days since the campaign began. */
  day: number;
  /** Counted for this person, from 0; the first one begins with a greeting. */
  turn: number;
  wishes: readonly Wish[];
  /** Puts the phone away after so many answers in each flow. */
  patience: number;
  /** What they write in the end to the person of the team who has their talk. */
  says?: readonly string[];
}

/** Under which name the channel knows them. */
export const userOf = ({ number }: DemoPerson): string => `invented-${number}`;
