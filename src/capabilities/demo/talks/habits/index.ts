import { ASKING_HABITS } from './asking.ts';
import { GREETING_HABITS } from './greeting.ts';
import { NEWS_HABITS } from './news.ts';
import type { Deed, Habit, Habits, Situation } from './situation.ts';
import { SURVEY_HABITS } from './survey.ts';
import { VOLUNTEER_HABITS } from './volunteering.ts';

/** How invented people answer the questions of the flows that come with Benkan. Other flows get the first choice. */
export function deedFor(situation: Situation): Deed {
  const { flow, step, narrowed } = situation.question;
  if (narrowed) return { say: '1' };
  return (HABITS[`${flow}/${step}`] ?? unknown)(situation);
}

const unknown: Habit = ({ again }) => (again ? 'puts the phone away' : { say: '1' });

/** By flow and step. */
export const HABITS: Habits = {
  ...GREETING_HABITS,
  ...SURVEY_HABITS,
  ...NEWS_HABITS,
  ...VOLUNTEER_HABITS,
  ...ASKING_HABITS,
};

export type { Deed };
