import type { MediaKind } from '../../../../domain/message.ts';
import type { Dice } from '../../people/dice.ts';
import type { Opinions } from '../../people/opinions.ts';
import type { DemoPerson } from '../../people/person.ts';
import type { OpenQuestion } from '../talks.ts';

/** What somebody does with a question. */
export type Deed = { say: string } | { tap: string } | { send: MediaKind } | 'puts the phone away';

export interface Situation {
  person: DemoPerson;
  opinions: Opinions;
  question: OpenQuestion;
  /** The same question, again: the answer was not understood, and is given more plainly. */
  again: boolean;
  dice: Dice;
}

/** How a question is answered. */
export type Habit = (situation: Situation) => Deed;
/** By flow and step. */
export type Habits = Readonly<Record<string, Habit>>;
