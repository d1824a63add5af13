import type { Capability } from '../../capabilities/capability.ts';
import { DEMO_CHANNEL, type OpenQuestion, type Stage, type Talks } from '../../capabilities/demo/index.ts';
import type { Effects } from '../../conversation/apply.ts';
import { choiceToken } from '../../conversation/choice-token.ts';
import type { Conversations } from '../../conversation/conversation.ts';
import type { Fingerprint } from '../../conversation/ports.ts';
import type { Reception } from '../../conversation/receive.ts';
import { Fault } from '../../domain/faults.ts';
import type { Inbound } from '../../domain/message.ts';
import type { Outbox } from '../../outbox/outbox.ts';

/** Tries of a message while the database is slow or away: its id makes them harmless. */
const TRIES = 5;

export interface StageRooms {
  reception: Reception;
  conversations: Conversations;
  effects: Effects;
  outbox: Outbox;
  traffic: { flush(): Promise<void> };
  capabilities: readonly Capability[];
}

/** A house as invented people need it: their messages take the way of all messages. */
export function stageOf(
  { reception, conversations, effects, outbox, traffic, capabilities }: StageRooms,
  fingerprint: Fingerprint,
): Stage {
  let order = 0;
  const message = (user: string, id: string, content: Inbound['content']): Inbound => {
    const from = { channel: DEMO_CHANNEL, account: DEMO_CHANNEL, user, address: user };
    return { ...from, id: `${user}/${id}`, order: (order += 1), content };
  };
  const talks: Talks = {
    async receive(user, id, content) {
      const inbound = message(user, id, content);
      for (let attempt = 1; ; attempt += 1) {
        try {
          await reception.receive(inbound);
          return;
        } catch (cause) {
          if (attempt === TRIES || !(cause instanceof Fault) || cause.kind !== 'unavailable') throw cause;
        }
      }
    },
    async question(user) {
      const id = conversations.id(message(user, '', { kind: 'presence', present: true }));
      const { person, talk } = await conversations.load(id);
      const open = talk?.session?.frames.at(-1);
      if (open === undefined || person === null) return null;
      return {
        flow: open.flow,
        step: open.step,
        narrowed: open.narrowed !== undefined,
        held: open.staff === true,
        vars: open.vars,
        tap: (choice) => ({ kind: 'choice', token: choiceToken(fingerprint, { ...open, person }, choice) }),
      } satisfies OpenQuestion;
    },
    async idle() {
      await reception.idle();
      await effects.idle();
      await outbox.idle();
      await traffic.flush();
      await conversations.idle();
    },
  };
  return { talks, staffDeeds: (...of) => capabilities.flatMap(({ demo }) => demo?.deeds(...of) ?? []) };
}
