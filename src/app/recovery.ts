import type { Followers } from '../conversation/receive.ts';
import type { Conversations } from '../conversation/conversation.ts';
import type { PeopleStore } from '../store/people.ts';

/** Conversations finished a tick: bounds what one process takes on at once. */
const TAKE_AT_ONCE = 100;
/** A turn under way elsewhere at an erasure is over by then, milliseconds. */
const SWEEP_AFTER_MS = 120_000;

/** Finishes what a crashed or stuck process left: effects are applied, messages sent once more and marked. */
export async function recover(
  conversations: Conversations,
  followers: Followers,
  count: (taken: number) => void,
): Promise<void> {
  for (;;) {
    const leftovers = await conversations.takeOver(TAKE_AT_ONCE);
    for (const { conversation, ...committed } of leftovers) followers.committed(conversation, committed);
    if (leftovers.length > 0) count(leftovers.length);
    if (leftovers.length < TAKE_AT_ONCE) return;
  }
}

/** Goes over each erasure once more, for what other processes were about to write. */
export async function sweepErased(
  people: PeopleStore,
  erase: (person: string) => Promise<void>,
  now: number,
): Promise<void> {
  for (const person of await people.erasedUnswept(now - SWEEP_AFTER_MS, TAKE_AT_ONCE)) {
    await erase(person);
    await people.swept(person);
  }
}
