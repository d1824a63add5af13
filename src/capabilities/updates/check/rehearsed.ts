import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import { withoutCommand } from './match.ts';
import type { Checked } from './told.ts';

const NOTHING = {
  ...{ sorte: 'rien', numero: null, version: null, titre: null, par: null, un: null, deux: null },
  ...{
    passages: null,
    mots: null,
    semblable: null,
    lien: null,
    a_revoir: null,
    demo: false,
    reconnu: null,
    photo: null,
  },
} satisfies Checked;

/** The check as a rehearsal answers it: whatever is pasted is a whole text of ours, a picture cannot be read. */
export const rehearsedCheck: CallKind = {
  name: 'updates.check',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { sent }) {
    if (sent?.kind === 'media') return { ...NOTHING, sorte: sent.media === 'photo' ? 'illisible' : 'rien' };
    if (sent?.kind !== 'text' || withoutCommand(sent.text) === '') return NOTHING;
    return { ...NOTHING, sorte: 'vrai', numero: 'ML-2026-0002', version: 1, titre: 'Charte', par: 'Benkan' };
  },
};

/** What was looked at, as a rehearsal passes it on. */
export const rehearsedAsked: CallKind = {
  name: 'updates.asked',
  kind: 'reads',
  params: z.strictObject({ oublier: z.boolean() }),
  run: async () => ({
    ...{ sujet: 'vérif', un: 'Le pont est fermé.', deux: null, trois: null, quatre: null, photo: null },
  }),
};
