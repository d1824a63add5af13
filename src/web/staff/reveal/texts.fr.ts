import { MOST_REVEALS } from './limits.ts';
import type { RevealReason } from './reason.ts';

/** Words about uncovering what is masked, in French. */
export const REVEAL_FR = {
  lead: `Chaque consultation est notée avec votre compte et la raison. Au plus ${String(MOST_REVEALS)} par jour ; la page reste ouverte dix minutes.`,
  reason: 'Raison',
  choose: 'Choisissez une raison.',
  reasons: {
    appel: 'Faire l’appel sur place',
    accueil: 'Accueillir ou joindre la personne',
    demande: 'La personne le demande',
    urgence: 'Urgence',
    protection: 'Protéger une personne',
    autre: 'Autre raison (à écrire)',
  } satisfies Record<RevealReason, string> as Readonly<Record<RevealReason, string>>,
  words: 'Si c’est une autre raison, laquelle ?',
  wordsHint: 'Une phrase, sans nom ni numéro. L’administration peut la relire.',
  show: 'Afficher',
  masked: '•••••',
  refused: {
    reveal_choose: 'Choisissez une raison.',
    reveal_explain: 'Écrivez la raison en une phrase, d’au moins dix caractères.',
    reveal_enough: `Vous avez consulté ${String(MOST_REVEALS)} identités aujourd’hui. Demandez à un collègue, ou attendez demain.`,
  },
};

export type RevealTexts = typeof REVEAL_FR;
