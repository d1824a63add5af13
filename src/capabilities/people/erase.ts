import { z } from 'zod';
import type { EffectKind } from '../../conversation/ports.ts';
import { ERASES } from '../../conversation/turn.ts';
import type { Group } from '../../store/joined-people.ts';

export interface EraseDeps {
  /** Everything that is one person, over all their channels. */
  groupOf: (person: string) => Promise<Group>;
  people: {
    /** Destroys the data key and every field; a tombstone stays. */
    erase(person: string): Promise<void>;
  };
  /** Turns this person's conversation into a tombstone and answers where its replies went, if there was still one. */
  closeConversation(id: string, person: string): Promise<{ channel: string; address: string } | null>;
  /** Deletes what a channel keeps for an address (a web chat's mailbox). */
  forgetAddress(channel: string, address: string): Promise<void>;
  /** Deletes what each capability keeps of a person. */
  erasers: readonly ((person: string) => Promise<unknown>)[];
}

const params = z.strictObject({});

/** "Effacer", confirmed: applied before the goodbye is sent. */
export const eraseEffect = (deps: EraseDeps): EffectKind<Record<string, never>> => ({
  name: 'people.erase',
  params,
  // Nobody who asked to be forgotten waits for a person to look at why not.
  endless: true,
  from: (event) => (event.kind === 'asked_for' && ERASES.has(event.effect) ? [{}] : []),
  async apply(batch) {
    for (const { context } of batch) {
      await deps.forgetAddress(context.channel, context.address);
      await eraseEverywhere(deps, context.person);
    }
  },
});

/**
 * Over all channels and capabilities, and over everybody who joined this person or whom they joined. The keys are
 * destroyed last, the root's at the very end: until then a crash half-way can be finished.
 */
export async function eraseEverywhere(deps: EraseDeps, person: string): Promise<void> {
  const { root, members, conversations } = await deps.groupOf(person);
  // A talk that is just being taken over is still one of the others'.
  for (const id of conversations)
    for (const member of members) {
      const route = await deps.closeConversation(id, member);
      if (route !== null) await deps.forgetAddress(route.channel, route.address);
    }
  for (const erase of deps.erasers) for (const member of members) await erase(member);
  for (const member of members) if (member !== root) await deps.people.erase(member);
  await deps.people.erase(root);
}
