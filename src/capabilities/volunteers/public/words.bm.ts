import { keptFr, type PublicWords } from '../../../web/public/index.ts';
import type { AGENDA_FR } from './words.fr.ts';

/** Composed of words the glossary attests, and of sentences of `activites.yaml`; awaits a native reviewer. */
export const AGENDA_BM: PublicWords<typeof AGENDA_FR> = {
  menu: 'Ɲɔgɔnyew',
  title: 'Ɲɔgɔnyew',
  lead: 'Yɛrɛbɔw ka ɲɔgɔnyew bɛn kama.',
  about: 'Benkan ka ɲɔgɔnyew',
  none: 'Ɲɔgɔnye si tɛ yen sisan.',
  join: 'N’i bɛ fɛ k’i sen don, « ɲɔgɔnyew » sɛbɛn Benkan ma.',
  exact: keptFr('Le lieu exact n’est dit qu’aux personnes qui ont une place.'),
  file: keptFr('Mettre dans mon calendrier (.ics)'),
  fileHint: keptFr(
    'L’adresse de ce fichier peut aussi être suivie par un calendrier : il se met à jour tout seul.',
  ),
  at: (day, time) => `${day}, ${time}`,
  age: (years) => keptFr(`Dès ${years} ans`),
  states: {
    open: 'Yɔrɔ bɛ yen',
    full: 'Yɔrɔ si tɛ yen',
    closed: 'Tɔgɔsɛbɛn datugura',
    cancelled: 'A dabilala',
  },
  demo: keptFr('Exemple'),
  days: keptFr('Fêtes et jours du pays'),
  expected: keptFr('date attendue, la lune décide'),
};
