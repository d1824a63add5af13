import { type Chance, dayOf } from '../../../domain/clock.ts';
import type { DemoDeed } from '../../capability.ts';
import { hashOf } from '../model/canonical.ts';
import type { HistoryEntry } from '../model/update.ts';
import type { StoredUpdate, UpdatesStore } from '../updates-store.ts';
import { contentOf, type Milestone, MILESTONES } from './milestones.ts';

/** Numbers from here on are the demonstration's, so that clearing it leaves no gap among the real ones. */
export const FIRST_DEMO_NUMBER = 9001;
/** Two people, as ever; neither has an account. */
const AUTHOR = 'demo:redaction';
const VERIFIER = 'demo:verification';
const HOUR_MS = 3_600_000;
const REVIEW_AFTER_MS = 180 * 86_400_000;

interface Demo {
  store: UpdatesStore;
  chance: Chance;
  org: string;
  /** Says in the log of the demonstration that an item is published. */
  published: (item: Omit<StoredUpdate, 'rev'>, org: string, at: number) => Promise<void>;
}

/**
 * The milestones of the peace process as items of the demonstration, published one after another between `from` and
 * `to` (milliseconds since 1970); every one is marked, and none is sent to anybody.
 */
export const demoUpdates = ({ store, chance, org, published }: Demo, from: number, to: number): DemoDeed[] =>
  MILESTONES.map((milestone, index) => {
    const at = Math.round(from + ((to - from) * (index + 1)) / (MILESTONES.length + 1));
    return {
      at,
      async run() {
        const item = stored({ chance, org, milestone, at, n: FIRST_DEMO_NUMBER + index, to });
        await store.insert(item);
        await published(item, org, at);
      },
    };
  });

interface Making {
  chance: Chance;
  org: string;
  milestone: Milestone;
  at: number;
  n: number;
  to: number;
}

/** Written, handed in and verified in the hours before it is published. */
function stored({ chance, org, milestone, at, n, to }: Making): Omit<StoredUpdate, 'rev'> {
  const content = contentOf(milestone, dayOf(to + REVIEW_AFTER_MS));
  const hash = hashOf(content);
  const entry = (what: HistoryEntry['what'], by: string, hoursBefore: number): HistoryEntry => ({
    ...{ token: chance.token(12), what, by, role: by === VERIFIER ? 'verifier' : 'editor', hash },
    at: at - hoursBefore * HOUR_MS,
  });
  return {
    ...{ _id: chance.token(12), org, content, hash, demo: true, state: 'published', numbered: true },
    number: { year: Number(dayOf(at).slice(0, 4)), n },
    authors: [AUTHOR],
    verification: { by: VERIFIER, at: at - HOUR_MS, hash },
    publication: { by: AUTHOR, at, version: 1 },
    history: [
      entry('create', AUTHOR, 5),
      entry('submit', AUTHOR, 4),
      entry('verify', VERIFIER, 1),
      entry('publish', AUTHOR, 0),
    ],
    ...{ changedAt: at, since: dayOf(at - 5 * HOUR_MS) },
  };
}
