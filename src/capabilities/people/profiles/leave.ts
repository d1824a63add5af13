import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import { LEAVE } from '../../../conversation/phone/leave.ts';
import type { Group } from '../../../store/joined-people.ts';

export interface LeaveDeps {
  groupOf: (person: string) => Promise<Group>;
  closeConversation(id: string, person: string): Promise<unknown>;
  /** A talk is not this person's any more. */
  leave(person: string, conversation: string): Promise<void>;
  /** Over all channels and capabilities. */
  erase(person: string): Promise<void>;
}

/**
 * Somebody erased a whole phone, and others share it. Whoever is known by this phone alone is erased with it; whoever has
 * other accounts loses their place here and nothing else: it was not they who asked.
 */
export const leaveEffect = (deps: LeaveDeps): EffectKind<Record<string, never>> => ({
  name: 'people.leave',
  params: z.strictObject({}),
  endless: true,
  from: (event) => (event.kind === 'asked_for' && event.effect === LEAVE ? [{}] : []),
  async apply(batch) {
    for (const { context } of batch) {
      const { root, members, conversations } = await deps.groupOf(context.person);
      if (conversations.every((one) => one === context.conversation)) {
        await deps.erase(context.person);
        continue;
      }
      for (const member of members) await deps.closeConversation(context.conversation, member);
      await deps.leave(root, context.conversation);
    }
  },
});
