import type { DemoPerson } from '../people/person.ts';

/** What somebody came for. */
export type Wish = 'survey' | 'news' | 'volunteer' | 'events' | 'help' | 'stop' | 'erase' | 'chatter';

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
}

/** Under which name the channel knows them. */
export const userOf = ({ number }: DemoPerson): string => `invented-${number}`;
