import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { Value } from '../../../engine/types.ts';

/** The call as a rehearsal answers it: two milestones, the older one provisional and in the other language. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: 'timeline.read',
    kind: 'reads',
    params: z.object({ apres: z.string().nullable() }),
    run: async ({ apres }) => (apres === NEWER.cle ? OLDER : NEWER),
  },
];

const NEWER = {
  ...{ cle: 'm-2025-08-07', phase: 'La charte', rang: 3, derniere: true, suite: true, lieu: 'Mali' },
  ...{ date: '2025-08-07', annee: '2025', texte: 'La Charte est adoptée.', autre_langue: false },
  ...{ source: 'Presse', lien: null, sure: true, verifiee: true, demo: false },
} satisfies Record<string, Value>;
const OLDER = {
  ...{ cle: 'm-2015-06-20', phase: 'L’accord', rang: 1, derniere: false, suite: false, lieu: 'Mali' },
  ...{ date: '2015-06-20', annee: '2015', texte: 'L’accord est signé.', autre_langue: true },
  ...{ source: 'Presse', lien: 'https://example.org/accord', sure: false, verifiee: false, demo: true },
} satisfies Record<string, Value>;
