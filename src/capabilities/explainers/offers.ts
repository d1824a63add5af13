import type { Known } from '../../engine/compile-flows.ts';
import { PASS } from './questions/names.ts';

const EACH = ['un', 'deux', 'trois'].flatMap((place) => [place, `${place}_source`]);

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: [
    'explainers.find',
    'explainers.shown',
    'explainers.read',
    'explainers.office',
    'explainers.ticket',
    'explainers.answer',
    'explainers.passed',
    'explainers.voice',
  ],
  effects: [PASS],
  shapes: {
    'explainers.find': { takes: ['mots'], gives: [] },
    'explainers.shown': { takes: ['mots'], gives: EACH },
    'explainers.read': {
      takes: ['fiche'],
      gives: [
        ...['la', 'question', 'reponse', 'source', 'lien', 'bureau', 'date', 'annee'],
        ...['autre_langue', 'demo'],
      ],
    },
    'explainers.office': { takes: ['theme'], gives: ['bureau', 'nom', 'jours', 'pleine'] },
    'explainers.ticket': { takes: [], gives: ['billet'], claims: true },
    'explainers.answer': { takes: ['question'], gives: ['la', 'billet', 'bureau', 'reponse', 'ko'] },
    'explainers.voice': { takes: [], gives: ['voix', 'billet', 'bureau'] },
    'explainers.passed': { takes: ['question', 'rang'], gives: ['la', 'billet', 'bureau', 'jours'] },
    [PASS]: { takes: ['mots', 'theme', 'bureau', 'billet'] },
  },
} as const satisfies Known;
