import type { CallValue } from '../../../../engine/types.ts';
import type { Dice } from '../../people/dice.ts';
import type { Deed, Habits } from './situation.ts';

/** The volunteer's sheet, and places at activities. */
export const VOLUNTEER_HABITS: Habits = {
  'volontaire/age': ({ person: { age } }) => ({ tap: bandOf(age) }),
  'volontaire/regles': ({ dice }) => ({ tap: dice.is(0.96) ? 'accepte' : 'refuse' }),
  'volontaire/surnom': ({ person }) => ({ say: person.nickname }),
  'volontaire/sexe': ({ person }) => ({ tap: person.sex }),
  'volontaire/lieu': ({ person, again }) => ({ say: again ? person.region : person.place }),
  'volontaire/savoir': ({ dice }) => ({
    tap: dice.weighed({ sport: 26, parole: 22, art: 16, soins: 8, logistique: 18, autre: 10 }),
  }),
  'volontaire/disponible': ({ dice }) => ({
    tap: dice.weighed({ semaine: 18, 'week-end': 46, soir: 22, toujours: 14 }),
  }),
  'volontaire/association': ({ dice }) => ({ tap: dice.is(0.35) ? 'oui' : 'non' }),
  'volontaire/fiche': ({ dice }) => ({ tap: dice.is(0.7) ? 'activites' : 'langues' }),
  'volontaire/langues': ({ person: { lang }, dice }) => ({ tap: dice.is(0.5) ? 'fr_bm' : lang }),
  'activites/laquelle': ({ question: { vars }, dice }) => oneOf(vars['liste'], dice),
  'activites/mienne': ({ question: { vars }, dice }) => oneOf(vars['liste'], dice),
  'activites/faire': ({ question: { vars }, dice }) => {
    if (standingIn(vars['a']) === 'none') return dice.is(0.85) ? { tap: 'inscrire' } : 'puts the phone away';
    return dice.is(0.12) ? { tap: 'annuler' } : 'puts the phone away';
  },
  'activites/sur': () => ({ tap: 'oui' }),
};

/** One of those that are offered; nobody stays where there are none. */
function oneOf(list: CallValue | undefined, dice: Dice): Deed {
  const keys = Array.isArray(list) ? list.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])) : [];
  return keys.length === 0 ? 'puts the phone away' : { tap: dice.one(keys) };
}

function standingIn(event: CallValue | undefined): unknown {
  return typeof event === 'object' && event !== null && 'standing' in event ? event['standing'] : undefined;
}

function bandOf(age: number): string {
  if (age < 15) return 'moins-15';
  if (age < 18) return '15-17';
  if (age < 25) return '18-24';
  return age < 36 ? '25-35' : '36';
}
