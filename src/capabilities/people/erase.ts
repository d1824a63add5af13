import { z } from 'zod';
import type { EffectKind } from '../../conversation/ports.ts';
import { ERASE } from '../../conversation/turn.ts';

export interface EraseDeps {
  people: {
    conversationsOf(person: string): Promise<string[]>;
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
  from: (event) => (event.kind === 'asked_for' && event.effect === ERASE ? [{}] : []),
  async apply(batch) {
    for (const { context } of batch) {
      await deps.forgetAddress(context.channel, context.address);
      await eraseEverywhere(deps, context.person);
    }
  },
});

/** Over all channels and capabilities. The key is destroyed last: until then a crash half-way can be finished. */
export async function eraseEverywhere(deps: EraseDeps, person: string): Promise<void> {
  for (const id of await deps.people.conversationsOf(person)) {
    const route = await deps.closeConversation(id, person);
    if (route !== null) await deps.forgetAddress(route.channel, route.address);
  }
  for (const erase of deps.erasers) await erase(person);
  await deps.people.erase(person);
}
