import type { Dice } from '../../people/dice.ts';
import type { Deed, Habits } from './situation.ts';

/** Reading the news, saying what it is worth, and having it come by itself. */
export const NEWS_HABITS: Habits = {
  'nouvelles/choix': ({ question: { vars }, dice, again }) => {
    const rated = vars['note'] === true || vars['note'] === false;
    if (!rated && vars['ici'] !== null && dice.is(0.3)) return { tap: dice.is(0.78) ? 'utile' : 'pas_utile' };
    if (vars['plus'] === true && dice.is(0.5)) return { tap: 'suivante' };
    if (again && !rated) return { tap: 'menu' };
    if (vars['abonne'] === true) return dice.is(0.06) ? { tap: 'arreter' } : settles(dice);
    return { tap: dice.is(0.55) ? 'abonner' : 'menu' };
  },
  // What it lacks they keep to themselves: invented words would wait in an inbox.
  'nouvelles/dire': () => ({ tap: 'passer' }),
  'abonnement/choix': ({ question: { vars }, dice, again }) => {
    if (again) return { tap: 'menu' };
    const asIs = vars['rythme'];
    const rhythms = RHYTHMS.filter(([rhythm]) => rhythm !== asIs).map(([, key]) => key);
    if (vars['abonne'] !== true) return { tap: dice.is(0.6) ? 'abonner' : dice.one(rhythms.slice(1)) };
    return { tap: dice.is(0.5) ? dice.one(rhythms) : dice.one(['theme', 'region', 'pays']) };
  },
  'abonnement/theme': ({ dice }) => ({
    tap: dice.weighed({ accord: 26, charte: 18, dialogue: 16, securite: 24, reconciliation: 16 }),
  }),
  'abonnement/ou': ({ person, again }) => ({ say: again ? person.region : person.place }),
};

/** Some of the subscribed choose how often, and of what. */
const settles = (dice: Dice): Deed => ({ tap: dice.is(0.35) ? 'regler' : 'menu' });

/** Each rhythm, and the choice that asks for it. */
const RHYTHMS = [
  ['all', 'toutes'],
  ['weekly', 'semaine'],
  ['urgent', 'urgentes'],
] as const;
