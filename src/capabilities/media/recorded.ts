import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';
import type { RecordedTexts } from './ports.ts';

/**
 * What listening would bring and cost: how many texts of this person's language have a voice, and the kilobytes of the
 * heaviest, said before the first is sent (C14).
 */
export const recordedCall = (recorded: RecordedTexts): CallKind => ({
  name: 'media.recorded',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { lang }) {
    const { texts, heaviest } = await recorded(lang);
    return { textes: texts, ko: Math.ceil(heaviest / 1000) };
  },
});
