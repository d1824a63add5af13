import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import { TESTER, TRIAL } from '../testers/names.ts';
import { MESSAGE } from './message-call.ts';

/** As a rehearsal answers: there is something to say, and any code is one. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: MESSAGE,
    kind: 'reads',
    params: z.object({ envoi: z.string().nullable() }),
    run: async () => ({ voulu: true, texte: 'La réunion a lieu samedi à 9 heures.', par: 'Benkan' }),
  },
  {
    name: TRIAL,
    kind: 'reads',
    params: z.object({ essai: z.string().nullable() }),
    run: async () => ({ voulu: true, langue: 'fr', texte: 'La réunion a lieu samedi à 9 heures.' }),
  },
  {
    name: TESTER,
    kind: 'reads',
    params: z.object({ code: z.string() }),
    run: async () => ({ result: 'pris' }),
  },
];
