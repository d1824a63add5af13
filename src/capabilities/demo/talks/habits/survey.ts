import type { Priority } from '../../people/opinions.ts';
import type { Habit, Habits } from './situation.ts';

const priority: Habit = ({ person: { hand, lang }, opinions, again }) => {
  const { priority: key } = opinions;
  if (again || hand === 'taps') return { tap: key };
  return { say: PRIORITY_WORDS[hand === 'digits' ? 'digits' : lang][key] };
};

/** The survey on peace. */
export const SURVEY_HABITS: Habits = {
  'sondage-paix/priorite': priority,
  'sondage-paix/age': ({ person: { age, hand, lang }, again }) => {
    if (again || hand === 'taps' || hand === 'digits') return { say: String(age) };
    return { say: lang === 'fr' ? `${age} ans` : `san ${age}` };
  },
  'sondage-paix/idee': ({ opinions, dice, again }) =>
    !again && dice.is(0.05) ? { send: 'voice' } : { say: opinions.idea },
  'sondage-paix/lieu': ({ person, again }) => ({ say: again ? person.region : person.place }),
  'sondage-paix/reunion': ({ person: { hand, lang }, opinions: { comes }, again }) => {
    if (again || hand === 'taps') return { tap: comes ? 'yes' : 'no' };
    if (hand === 'digits') return { say: comes ? '1' : '2' };
    return { say: lang === 'fr' ? (comes ? 'ouais' : 'non') : comes ? 'awɔ' : 'ayi' };
  },
};

/** As people type them: closeness is enough. */
const PRIORITY_WORDS: Readonly<Record<'digits' | 'fr' | 'bm', Record<Priority, string>>> = {
  digits: { securite: '1', eau: '2', ecole: '3', travail: '4', dialogue: '5' },
  fr: { securite: 'la sekurite', eau: 'l eau', ecole: 'ecole', travail: 'le travaill', dialogue: 'dialogue' },
  bm: { securite: 'lakana', eau: 'ji', ecole: 'lakoli', travail: 'baara', dialogue: 'kumanyogonya' },
};
