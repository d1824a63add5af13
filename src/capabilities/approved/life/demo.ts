import type { Chance } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { EntriesStore } from './entries-store.ts';
import { type Content, hashOf, type Step } from './entry.ts';

/** Two people, as ever; neither has an account. */
const AUTHOR = 'demo:redaction';
const VERIFIER = 'demo:verification';
const HOUR_MS = 3_600_000;

/** Puts an entry of the demonstration there, approved at `at` (milliseconds since 1970), or still waiting for it. */
export async function demoEntry(
  { store, chance }: { store: EntriesStore; chance: Chance },
  { org, content, at, waits = false }: { org: string; content: Content; at: number; waits?: boolean },
): Promise<void> {
  const hash = hashOf(content);
  const step = (what: Step['what'], by: string, hoursBefore: number): Step => ({
    ...{ token: chance.token(12), what, by, role: by === VERIFIER ? 'verifier' : 'editor', hash },
    at: at - hoursBefore * HOUR_MS,
  });
  const written = [step('create', AUTHOR, 5), step('submit', AUTHOR, 4)];
  await store.insert(
    {
      ...{ id: chance.token(12), org, content, hash, rev: 1, demo: true, changedAt: at },
      ...(waits
        ? { state: 'submitted', authors: [AUTHOR], version: 0, history: written }
        : {
            ...{ state: 'approved', authors: [], version: 1 },
            live: { content, hash, by: VERIFIER, authors: [AUTHOR], at },
            history: [...written, step('approve', VERIFIER, 0)],
          }),
    },
    dayOf(at),
  );
}
