import { SIGNS } from '../../conversation/phone/on-phone.ts';
import type { Known } from '../../engine/compile-flows.ts';

/** What flows may call and ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['people.kept', 'people.code', 'people.join', 'people.accounts', 'people.profiles'],
  effects: ['people.unite', 'people.separate'],
  shapes: {
    'people.kept': {
      takes: [],
      gives: [
        'answers',
        'surveys',
        'sheet',
        'signups',
        'subscriptions',
        'files',
        'messages',
        'questions',
        'profile',
        'tester',
        'accounts',
      ],
    },
    'people.code': { takes: [], gives: ['code'], claims: true },
    'people.join': { takes: ['code'], gives: ['result', 'jeton'], claims: true },
    'people.accounts': { takes: ['etat'], gives: ['etat'] },
    'people.profiles': { takes: [], gives: [...SIGNS, 'signe', 'autres', 'libre'] },
    'people.unite': { takes: ['jeton'] },
    'people.separate': { takes: [] },
  },
} as const satisfies Known;
