import type { Known } from '../../engine/compile-flows.ts';
import { registration } from './volunteer/volunteer.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: [
    'volunteers.me',
    'volunteers.offered',
    'volunteers.event',
    'volunteers.standing',
    'volunteers.exact',
    'volunteers.claim',
  ],
  effects: [
    'volunteers.register',
    'volunteers.languages',
    'volunteers.leave',
    'volunteers.keep',
    'volunteers.release',
  ],
  shapes: {
    'volunteers.me': { takes: [], gives: ['registered', 'waits', 'code'] },
    'volunteers.offered': { takes: ['all'], gives: [] },
    'volunteers.event': { takes: ['activite'], gives: ['found', 'titre', 'lieu', 'quand'] },
    'volunteers.standing': {
      takes: ['activite'],
      gives: ['state', 'standing', 'position', 'ticket', 'left', 'hasExact'],
    },
    'volunteers.exact': { takes: ['activite'], gives: [] },
    'volunteers.claim': {
      takes: ['activite'],
      gives: ['result', 'fresh', 'position', 'ticket'],
      claims: true,
    },
    'volunteers.register': { takes: Object.keys(registration.shape) },
    'volunteers.languages': { takes: ['langues'] },
    'volunteers.leave': { takes: [] },
    'volunteers.keep': { takes: ['activite', 'ticket'] },
    'volunteers.release': { takes: ['activite', 'ticket'] },
  },
} as const satisfies Known;
