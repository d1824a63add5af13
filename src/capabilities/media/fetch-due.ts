import { z } from 'zod';
import { Fault } from '../../domain/faults.ts';
import type { DueAnswer, DueKind } from '../../schedule/due-dates.ts';
import type { FetchFile, ForgetFile, Persons, Prompt, ReadFile, SentFile, SentStore } from './ports.ts';
import { tellLost } from './tell-lost.ts';

export const FETCH = 'media.fetch';

/** Platforms keep files for days, the chat page for one. */
const PATIENCE_MS = 24 * 3_600_000;
/** Each pause is at least this part of the time it has waited already, so that an outage is not hammered. */
const GROWTH = 4;

const ordered = z.object({
  media: z.enum(['voice', 'photo']),
  file: z.string(),
  unasked: z.boolean(),
  listed: z.boolean(),
  person: z.string(),
  conversation: z.string(),
  channel: z.string(),
  account: z.string(),
  lang: z.string(),
  day: z.string(),
  /** Milliseconds since 1970. */
  since: z.number(),
});
type Ordered = z.infer<typeof ordered>;

export interface FetchDeps {
  store: Pick<SentStore, 'put' | 'card'>;
  persons: Persons;
  fetch: FetchFile;
  forget: ForgetFile;
  read: ReadFile;
  prompt: Prompt;
}

/**
 * Fetches a file, looks what it is, and keeps it sealed. Who sent something that cannot be kept is told so, in their
 * language. Idempotent: a file that is kept is not fetched again.
 */
export const fetchDue = (deps: FetchDeps): DueKind => ({
  kind: FETCH,
  async run({ id, params }, now): Promise<DueAnswer> {
    const order = ordered.parse(params);
    // Nobody's file is fetched any more; whoever was erased is told nothing.
    if (!(await deps.persons.isThere(order.person))) return;
    if ((await deps.store.card(id)) === null) {
      const again = await fetchOnce(deps, id, order, now);
      if (again !== undefined) return { again };
    }
    await deps.forget(order.channel, order.file, order.account);
  },
});

/** When to come again; `undefined`: it is kept, or never will be, and its person was told. */
async function fetchOnce(
  deps: FetchDeps,
  id: string,
  order: Ordered,
  now: number,
): Promise<number | undefined> {
  const fetched = await deps.fetch(order.channel, order.file, order.account);
  const waited = now - order.since;
  if (fetched.kind === 'later' && waited < PATIENCE_MS)
    return now + Math.max(fetched.afterMs, waited / GROWTH);
  const file = fetched.kind === 'file' ? readable(deps, order, fetched.bytes) : undefined;
  const { person, day, lang, unasked, listed } = order;
  if (file !== undefined) await deps.store.put(id, person, file, { day, lang, listed });
  // What nobody asked for may be lost without a word: the person knows that a voice is not heard at once.
  else if (!unasked)
    await tellLost(deps.prompt, { id, conversation: order.conversation, media: order.media });
  return undefined;
}

/** `undefined`: it is not what it was sent as, or too large. */
function readable({ read }: FetchDeps, { media }: Ordered, bytes: Buffer): SentFile | undefined {
  try {
    return read(media, bytes);
  } catch (cause) {
    if (cause instanceof Fault && cause.kind === 'refusal') return undefined;
    throw cause;
  }
}
