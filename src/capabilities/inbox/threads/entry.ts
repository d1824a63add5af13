import { z } from 'zod';
import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { dayOf } from '../../../domain/clock.ts';
import { Fault } from '../../../domain/faults.ts';
import type { PersonSealing } from '../../../store/person-sealer.ts';
import type { EntriesStore, KeptEntry } from './entries-store.ts';
import { entryPlace, ownerPlace, whoOf } from './thread.ts';

/** The order of the turn it came with, where it came with one: two may happen in one millisecond. */
const order = z.number().optional();

/** What stands in an entry once it is open. `file`: of a kept voice or photo; `said`: what the reply's own id is made of. */
const words = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen'), text: z.string(), order }),
  z.strictObject({
    kind: z.literal('sent'),
    media: z.enum(['voice', 'photo', 'other']),
    file: z.string().optional(),
    order,
  }),
  z.strictObject({
    kind: z.literal('reply'),
    by: z.string(),
    text: z.string(),
    canned: z.string().optional(),
    said: z.string().optional(),
    order,
  }),
  z.strictObject({ kind: z.literal('note'), by: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('handed_over'), reason: z.string(), order }),
  z.strictObject({ kind: z.literal('given_back'), by: z.string().nullable(), order }),
]);
export type EntryWords = z.infer<typeof words>;

export interface EntryDeps {
  entries: EntriesStore;
  fingerprint: Fingerprint;
  sealer: Sealer;
  persons: PersonSealing;
}

export interface NewEntry {
  id: string;
  thread: string;
  person: string;
  at: number;
  words: EntryWords;
}

/** An entry sealed under its person's key, ready to be kept; `null`: they were erased. */
export async function sealEntry(
  { fingerprint, sealer, persons }: Omit<EntryDeps, 'entries'>,
  { id, thread, person, at, words: plain }: NewEntry,
): Promise<KeptEntry | null> {
  const sealed = await persons.seal(person, JSON.stringify(plain), entryPlace(id));
  if (sealed === null) return null;
  const owner = sealer.seal(person, ownerPlace(id));
  return { id, thread, who: whoOf(fingerprint, person), owner, at, day: dayOf(at), sealed };
}

/** `null` where a key is gone: the person's, or that of the time in which it was sealed. */
export async function openEntry(
  { sealer, persons }: Pick<EntryDeps, 'sealer' | 'persons'>,
  { id, owner, sealed }: KeptEntry,
): Promise<EntryWords | null> {
  try {
    const person = sealer.open(owner, ownerPlace(id));
    const plain = await persons.open(person, sealed, entryPlace(id));
    return plain === null ? null : words.parse(JSON.parse(plain));
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'key_gone') return null;
    throw cause;
  }
}
