import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';

/** As a rehearsal answers: somebody who has said nothing of themselves. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: 'audience.me',
    kind: 'reads',
    params: z.strictObject({}),
    run: async () => ({ dit: false, lieu: '', age: '', sexe: '' }),
  },
];
