import { mayBeWrittenTo, type Talk } from '../../../conversation/conversation.ts';
import type { SkipReason } from '../plan/recipient.ts';

/** What its person did that takes back a message which waits for its turn; `undefined`: nothing. */
export function withdrawnBy(
  talk: Talk | null,
): Extract<SkipReason, 'erased' | 'stopped' | 'no_consent'> | undefined {
  if (talk === null) return 'erased';
  if (mayBeWrittenTo(talk.profile)) return undefined;
  return talk.profile.stopped ? 'stopped' : 'no_consent';
}
