import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';

/** In a rehearsal nobody has said where they live. */
export const rehearsedCalls: readonly CallKind[] = [
  { name: 'region_packs.offered', kind: 'reads', params: z.strictObject({}), run: async () => [] },
];
