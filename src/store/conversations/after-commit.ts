import type { Conversation, OutItem } from '../../conversation/conversation.ts';
import type { Prepared } from './commits.ts';

/** The conversation as the acknowledged commit left it. */
export function after({ commit, next: { ring, left }, shared }: Prepared): Conversation {
  return {
    id: commit.base.id,
    rev: commit.base.rev + 1,
    person: commit.talk === null ? null : commit.person,
    talk: commit.talk,
    erasedAt: commit.talk === null ? (commit.erasedAt ?? commit.base.erasedAt) : null,
    ring,
    left,
    // What this turn says waits for the earlier messages; what comes later, for this.
    unsent: commit.out.length > 0 ? [] : commit.base.unsent,
    ...(shared && { shared }),
  };
}

/** The first of them waits for what was to be said before, and the rest stand behind it. */
export function following(out: readonly OutItem[], earlier: readonly string[]): readonly OutItem[] {
  const [first, ...rest] = out;
  return first === undefined || earlier.length === 0 ? out : [{ ...first, after: earlier }, ...rest];
}

/** Upper estimate of what this turn adds, in bytes; the ring is bounded by itself. */
export function sizeOf({ set, out, effects }: Prepared): number {
  const sealed = [...out, ...effects].reduce((sum, item) => sum + item.sealed.length() + 128, 0);
  const parked = (set.parked ?? []).reduce((sum, { talk }) => sum + talk.length() + 256, 0);
  return sealed + (set.talk?.length() ?? 0) + parked + 64 * 32;
}
