import type { Effects } from '../conversation/apply.ts';
import type { Followers } from '../conversation/receive.ts';
import type { Outbox } from '../outbox/outbox.ts';

/** Effects that must have been tried before anything is said: an erasure empties the mailbox the goodbye goes to. */
const BEFORE_SAYING = new Set(['people.erase']);

/** What follows a commit: effects and sending, side by side. */
export function followersOf(effects: Effects, outbox: Pick<Outbox, 'take'>): Followers {
  return {
    committed(conversation, { effects: ordered, out }) {
      const applied = effects.apply(conversation, ordered);
      if (ordered.some(({ kind }) => BEFORE_SAYING.has(kind)))
        void applied.then(() => outbox.take(conversation, out));
      else outbox.take(conversation, out);
    },
  };
}
