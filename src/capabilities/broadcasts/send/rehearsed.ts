import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import { MESSAGE } from './message-call.ts';

/** As a rehearsal answers: there is something to say. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: MESSAGE,
    kind: 'reads',
    params: z.object({ envoi: z.string().nullable() }),
    run: async () => ({ voulu: true, texte: 'La réunion a lieu samedi à 9 heures.', par: 'Benkan' }),
  },
];
