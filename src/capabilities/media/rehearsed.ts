import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';

/** The call as a rehearsal answers it: nothing is recorded yet. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: 'media.recorded',
    kind: 'reads',
    params: z.strictObject({}),
    run: async () => ({ textes: 0, ko: 0 }),
  },
];
