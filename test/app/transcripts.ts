import type { Line } from './talk.ts';

/**
 * A whole talk from first contact to thanks, as it is typed on a small keyboard. Cut in three where the process ends:
 * every cut leaves a question open, and the next part must simply go on.
 */
export interface Transcript {
  lang: string;
  parts: readonly [readonly Line[], readonly Line[], readonly Line[]];
}

const WELCOME = ['qui', 'pourquoi', 'qui_voit', 'duree', 'partir', 'accord.ask'].map(
  (key) => `accueil/${key}`,
);
const HELP = ['aide/repondre', 'aide/mots', 'aide/partir', 'bot/resume'];
const ASKED = (question: string): string => `sondage-paix/${question}.ask`;
const BACK = ['bot/resume'];

const FRENCH: Transcript = {
  lang: 'fr',
  parts: [
    [
      { say: 'bonjour', says: ['accueil/langue.ask'], lang: 'fr' },
      { tap: 'fr', says: WELCOME },
      { tap: 'accepter', says: ['accueil/bienvenue', 'menu/choix.ask'] },
      { say: 'Sondages', says: ['sondage-paix/debut', ASKED('priorite')] },
      { say: 'sekurite', says: [ASKED('age')] },
      { say: 'AIDE!', says: [...HELP, ASKED('age')] },
      { say: 'vingt-cinq ans', says: [ASKED('idee')] },
      { say: 'langue', says: ['langue/langue.ask'] },
    ],
    [
      { tap: 'fr', says: ['langue/fait', ...BACK, ASKED('idee')] },
      { say: 'Parler avec les voisins', says: [ASKED('lieu')] },
      { say: 'menu', says: ['menu/choix.ask'] },
      { tap: 'continuer', says: [...BACK, ASKED('lieu')] },
      { say: 'Arreter', says: ['stop/arrete.ask'] },
      { tap: 'revenir', says: ['menu/retour', 'menu/choix.ask'] },
      { tap: 'continuer', says: [...BACK, ASKED('lieu')] },
    ],
    [
      { say: 'Segu', says: [ASKED('reunion')] },
      {
        say: 'effacer',
        says: [
          'mes-donnees/garde',
          ['mes-donnees/combien', { answers: 4, surveys: 1 }],
          'mes-donnees/choix.ask',
        ],
      },
      { say: 'garder', says: ['mes-donnees/rien', ...BACK, ASKED('reunion')] },
      { say: 'ouais', says: ['sondage-paix/merci'] },
    ],
  ],
};

const BAMBARA: Transcript = {
  lang: 'bm',
  parts: [
    [
      { say: 'i ni ce', says: ['accueil/langue.ask'], lang: 'fr' },
      { tap: 'bm', says: WELCOME },
      { tap: 'accepter', says: ['accueil/bienvenue', 'menu/choix.ask'] },
      { say: 'nyininkali', says: ['sondage-paix/debut', ASKED('priorite')] },
      { say: 'lakoli', says: [ASKED('age')] },
      { say: 'demɛ', says: [...HELP, ASKED('age')] },
      { say: 'san mugan ni duuru', says: [ASKED('idee')] },
      { say: 'kan', says: ['langue/langue.ask'] },
    ],
    [
      { tap: 'bm', says: ['langue/fait', ...BACK, ASKED('idee')] },
      { say: 'An ka kuma ɲɔgɔn fɛ', says: [ASKED('lieu')] },
      { say: 'menu', says: ['menu/choix.ask'] },
      { tap: 'continuer', says: [...BACK, ASKED('lieu')] },
      { say: 'a dabila', says: ['stop/arrete.ask'] },
      { tap: 'revenir', says: ['menu/retour', 'menu/choix.ask'] },
      { tap: 'continuer', says: [...BACK, ASKED('lieu')] },
    ],
    [
      { say: 'Bamako', says: [ASKED('reunion')] },
      {
        say: 'josi',
        says: [
          'mes-donnees/garde',
          ['mes-donnees/combien', { answers: 4, surveys: 1 }],
          'mes-donnees/choix.ask',
        ],
      },
      { say: 'a mara', says: ['mes-donnees/rien', ...BACK, ASKED('reunion')] },
      { say: 'ayi', says: ['sondage-paix/merci'] },
    ],
  ],
};

export const TRANSCRIPTS: readonly Transcript[] = [FRENCH, BAMBARA];
