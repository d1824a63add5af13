import { sealEntry, openEntry, type EntryDeps } from './entry.ts';
import type { KeptEntry } from './entries-store.ts';
import { openReach, sealReach, threadId, whoOf } from './thread.ts';
import type { ThreadsStore } from './threads-store.ts';

export interface UnitingDeps extends EntryDeps {
  threads: ThreadsStore;
}

/** Two people are one: the threads of both stay, one a talk, and are the one's. Safe to repeat. */
export async function uniteThreads(deps: UnitingDeps, from: string, to: string): Promise<void> {
  const theirs = whoOf(deps.fingerprint, from);
  await handThreads(deps, from, to, () => true);
  for (const entry of await deps.entries.of(theirs)) await handEntry(deps, entry, to);
}

/** Somebody leaves with a talk: what was written in it goes with them. Safe to repeat. */
export async function partThreads(
  deps: UnitingDeps,
  { from, to, conversation }: { from: string; to: string; conversation: string },
): Promise<void> {
  const leaving = threadId(deps.fingerprint, conversation).toString('hex');
  await handThreads(deps, from, to, (id) => id === leaving);
  for (const entry of await deps.entries.of(whoOf(deps.fingerprint, from), leaving))
    await handEntry(deps, entry, to);
}

async function handThreads(
  { threads, fingerprint, sealer }: UnitingDeps,
  from: string,
  to: string,
  goes: (id: string) => boolean,
): Promise<void> {
  for (const thread of await threads.of(whoOf(fingerprint, from))) {
    if (!goes(thread.id)) continue;
    const { conversation } = openReach(sealer, thread);
    await threads.hand(thread, {
      who: whoOf(fingerprint, to),
      reach: sealReach(sealer, thread.id, { person: to, conversation }),
    });
  }
}

/** One that does not open any more is noise, and stays where its person's erasure finds it. */
async function handEntry(deps: UnitingDeps, entry: KeptEntry, to: string): Promise<void> {
  const words = await openEntry(deps, entry);
  if (words === null) return;
  const sealed = await sealEntry(deps, { ...entry, person: to, words });
  if (sealed !== null) await deps.entries.hand(entry, sealed);
}
