import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import { refusal } from '../../../domain/faults.ts';
import { rehearsedAsked, rehearsedCheck } from '../check/rehearsed.ts';
import type { Value } from '../../../engine/types.ts';
import { EVERYTHING, readWish, sayWish, wishAfter } from '../subscriptions/wish.ts';

const NUMBERED = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Calls as a rehearsal answers them: two items, as somebody new meets them; a notice and a week find theirs. */
export const rehearsedCalls: readonly CallKind[] = [
  rehearsedCheck,
  rehearsedAsked,
  {
    name: 'updates.read',
    kind: 'reads',
    params: z.object({ apres: z.string().nullable() }),
    run: async ({ apres }) => ({
      ...(apres === NEWER.numero ? { ...OLDER, suite: false } : { ...NEWER, suite: true }),
      abonne: false,
    }),
  },
  {
    name: 'updates.shared',
    kind: 'reads',
    params: z.object({ numero: z.string() }),
    run: async ({ numero }) => {
      const item = [NEWER, OLDER].find((each) => each.numero === numero);
      return { ...(item ?? { numero: null, image: null }), suite: item === NEWER, abonne: false };
    },
  },
  {
    name: 'updates.picture',
    kind: 'reads',
    params: z.object({ numero: z.string().nullable() }),
    run: async () => ({ image: 'p'.repeat(22), legende: 'La salle du dialogue' }),
  },
  {
    name: 'updates.subscription',
    kind: 'reads',
    params: z.object({}),
    run: async () => ({
      ...{ abonne: false, rythme: '', themes: '', region: '' },
      ...{ dit_rythme: '', dit_themes: '', dit_lieu: '' },
    }),
  },
  {
    name: 'updates.wish',
    kind: 'reads',
    params: z.record(z.string(), z.string().nullable()),
    async run({ choix, theme, ou, ...asked }) {
      const wish = wishAfter(readWish(asked) ?? EVERYTHING, { choix, theme, ou });
      if (wish === undefined) throw refusal('no_such_choice', 'This choice changes no subscription.');
      const { rythme, themes, region } = sayWish(wish);
      return { rythme, themes, region, dit_rythme: rythme, dit_themes: themes, dit_lieu: region };
    },
  },
  {
    name: 'updates.digest',
    kind: 'reads',
    params: z.object({ semaine: z.string().nullable() }),
    run: async () => ({ voulue: true, titres: 'ML-2026-0002 : Charte', autres: 0, recues: 'ML-2026-0002:1' }),
  },
  {
    name: 'updates.correction',
    kind: 'reads',
    params: NUMBERED,
    run: async () => ({ ...NEWER, version: 2, correction: 'Il y a 106 articles.', voulue: true }),
  },
  {
    name: 'updates.withdrawal',
    kind: 'reads',
    params: NUMBERED,
    run: async () => ({ numero: NEWER.numero, titre: NEWER.titre, cause: 'Une erreur.', voulue: true }),
  },
  {
    name: 'updates.notice',
    kind: 'reads',
    params: NUMBERED,
    run: async () => ({ ...NEWER, voulue: true }),
  },
];

const COMMON = {
  ...{ lieu: 'Mali', par: 'Benkan', paye: 'Benkan', autre_langue: false, audio: null, demo: false },
  ...{ version: 1, correction: null, image: null },
};
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
