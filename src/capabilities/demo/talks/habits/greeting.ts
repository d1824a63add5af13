import type { Habits } from './situation.ts';

/** The first talk, the menu, asking for a person, and leaving. */
export const GREETING_HABITS: Habits = {
  'accueil/langue': ({ person, again }) =>
    person.hand === 'taps' || again ? { tap: person.lang } : { say: LANGUAGE_NAMES[person.lang] },
  'accueil/accord': ({ person }) => {
    if (person.begins === 'leaves') return 'puts the phone away';
    return { tap: person.begins === 'refuses' ? 'refuser' : 'accepter' };
  },
  'menu/choix': () => 'puts the phone away',
  'parler/avant': () => ({ tap: 'ecrire' }),
  'parler/utile': () => ({ tap: 'yes' }),
  'stop/arrete': () => 'puts the phone away',
  'mes-donnees/choix': () => ({ tap: 'effacer' }),
  'mes-donnees/adieu': () => 'puts the phone away',
};

const LANGUAGE_NAMES = { fr: 'francais', bm: 'bamanankan' } as const;
