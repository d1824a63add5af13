import { LRUCache } from 'lru-cache';

/** What somebody had looked at, and which of our items it is a changed copy of. */
export interface Asked {
  words?: string | undefined;
  /** A picture, by its channel's name of it. */
  photo?: string | undefined;
  number?: string | undefined;
}

/**
 * What was looked at last in a talk, while its person is asked whether the team may read it. In memory alone: of what
 * nobody passes on, nothing is ever stored. Where it is gone, or another process looked, they send it once more.
 */
export interface LastAsked {
  keep(whose: { conversation: string; person: string }, asked: Asked): void;
  of(conversation: string): Asked | undefined;
  /** They said no, or begin something else. */
  forget(conversation: string): void;
  /** For erasure. */
  forgetPerson(person: string): void;
}

/** As long as the question stays open: the flow `verif` is left after an hour. */
const FOR_MS = 3_600_000;
/** With messages of the longest kind some eight megabytes. */
const MOST = 1_000;

export function lastAsked(): LastAsked {
  const kept = new LRUCache<string, Asked & { person: string }>({ max: MOST, ttl: FOR_MS });
  return {
    keep: ({ conversation, person }, asked) => void kept.set(conversation, { ...asked, person }),
    of: (conversation) => kept.get(conversation),
    forget: (conversation) => void kept.delete(conversation),
    forgetPerson(person) {
      for (const [conversation, each] of kept.entries())
        if (each.person === person) kept.delete(conversation);
    },
  };
}
