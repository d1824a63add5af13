import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { Value } from '../../../engine/types.ts';

/** Calls as a rehearsal answers them: two items, as somebody new meets them; a notice finds its item. */
export const rehearsedCalls: readonly CallKind[] = [
  {
    name: 'updates.read',
    kind: 'reads',
    params: z.object({ apres: z.string().nullable() }),
    run: async ({ apres }) => ({
      ...(apres === NEWER.numero ? { ...OLDER, suite: false } : { ...NEWER, suite: true }),
      abonne: false,
    }),
  },
  { name: 'updates.subscribed', kind: 'reads', params: z.object({}), run: async () => false },
  {
    name: 'updates.notice',
    kind: 'reads',
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    run: async () => ({ ...NEWER, voulue: true }),
  },
];

const COMMON = { lieu: 'Mali', par: 'Benkan', paye: 'Benkan', autre_langue: false, audio: null, demo: false };
const NEWER = {
  ...COMMON,
  ...{ numero: 'ML-2026-0002', palier: 'Texte officiel', titre: 'Charte', un: 'La charte a 106 articles.' },
  ...{ deux: 'Le texte est public.', source: 'Journal officiel', lien: 'https://example.org/charte' },
  ...{ date: '2025-07-22', annee: '2025' },
} satisfies Record<string, Value>;
const OLDER = {
  ...COMMON,
  ...{ numero: 'ML-2026-0001', palier: 'Deux sources', titre: 'Dialogue', un: 'Le dialogue a eu lieu.' },
  ...{ deux: null, source: 'Presse', lien: null, date: '2024-05-10', annee: '2024' },
} satisfies Record<string, Value>;
