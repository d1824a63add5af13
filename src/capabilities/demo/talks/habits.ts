import type { MediaKind } from '../../../domain/message.ts';
import type { Dice } from '../people/dice.ts';
import type { Opinions, Priority } from '../people/opinions.ts';
import type { DemoPerson } from '../people/person.ts';
import type { OpenQuestion } from './talks.ts';

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

type Habit = (situation: Situation) => Deed;

/** How invented people answer the questions of the flows that come with Benkan. Other flows get the first choice. */
export function deedFor(situation: Situation): Deed {
  const { flow, step, narrowed } = situation.question;
  if (narrowed) return { say: '1' };
  return (HABITS[`${flow}/${step}`] ?? unknown)(situation);
}

const unknown: Habit = ({ again }) => (again ? 'puts the phone away' : { say: '1' });

const HABITS: Readonly<Record<string, Habit>> = {
  'accueil/langue': ({ person, again }) =>
    person.hand === 'taps' || again ? { tap: person.lang } : { say: LANGUAGE_NAMES[person.lang] },
  'accueil/accord': ({ person }) => {
    if (person.begins === 'leaves') return 'puts the phone away';
    return { tap: person.begins === 'refuses' ? 'refuser' : 'accepter' };
  },
  'menu/choix': () => 'puts the phone away',
  'stop/arrete': () => 'puts the phone away',
  'mes-donnees/choix': () => ({ tap: 'effacer' }),
  'mes-donnees/adieu': () => 'puts the phone away',
  'sondage-paix/priorite': (situation) => priority(situation),
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

const LANGUAGE_NAMES = { fr: 'francais', bm: 'bamanankan' } as const;

function priority({ person: { hand, lang }, opinions, again }: Situation): Deed {
  const { priority: key } = opinions;
  if (again || hand === 'taps') return { tap: key };
  return { say: PRIORITY_WORDS[hand === 'digits' ? 'digits' : lang][key] };
}

/** As people type them: closeness is enough. */
const PRIORITY_WORDS: Readonly<Record<'digits' | 'fr' | 'bm', Record<Priority, string>>> = {
  digits: { securite: '1', eau: '2', ecole: '3', travail: '4', dialogue: '5' },
  fr: { securite: 'la sekurite', eau: 'l eau', ecole: 'ecole', travail: 'le travaill', dialogue: 'dialogue' },
  bm: { securite: 'lakana', eau: 'ji', ecole: 'lakoli', travail: 'baara', dialogue: 'kumanyogonya' },
};
