import type { Reception } from '../conversation/receive.ts';
import { TALK_DUE } from '../conversation/wake.ts';
import type { DueKind } from '../schedule/due-dates.ts';

/**
 * A moment a talk waited for, its due-date named by the conversation. It is idempotent: the talk itself knows whether it
 * still waits for it, and has promised the next one in the same commit.
 */
export const talkDue = (wake: Reception['wake']): DueKind => ({
  kind: TALK_DUE,
  async run({ id, at, params }) {
    const { sid, step, n } = params;
    await wake(id, { at, sid: String(sid), step: String(step), n: Number(n) });
  },
});
