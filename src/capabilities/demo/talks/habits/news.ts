import type { Habits } from './situation.ts';

/** Reading the news, and having them come by themselves. */
export const NEWS_HABITS: Habits = {
  'nouvelles/choix': ({ question: { vars }, dice, again }) => {
    if (vars['plus'] === true && dice.is(0.5)) return { tap: 'suivante' };
    if (again) return { tap: 'menu' };
    if (vars['abonne'] === true) return { tap: dice.is(0.06) ? 'arreter' : 'menu' };
    return { tap: dice.is(0.55) ? 'abonner' : 'menu' };
  },
  'abonnement/choix': ({ question: { vars } }) => ({ tap: vars['abonne'] === true ? 'menu' : 'abonner' }),
};
