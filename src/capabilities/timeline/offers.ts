import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['timeline.read'],
  effects: [],
  shapes: {
    'timeline.read': {
      takes: ['apres', 'theme', 'region'],
      gives: [
        ...['cle', 'phase', 'rang', 'derniere', 'date', 'annee', 'texte', 'lieu', 'source', 'lien'],
        ...['sure', 'verifiee', 'autre_langue', 'suite', 'demo'],
      ],
    },
  },
} as const satisfies Known;
