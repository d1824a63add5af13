import type { ConversationId, Conversations, OutItem } from '../../conversation/conversation.ts';
import type { Channel } from '../../conversation/ports.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { Departures } from '../../queue/index.ts';
import type { Shared } from './shared.ts';

/**
 * So long a message may wait for a job: nobody looks at it meanwhile, and it is announced once more when a Redis has lost
 * it. Longer makes that recovery slower, shorter costs a write a message each time. Milliseconds.
 */
export const UNTRIED_FOR_MS = 60_000;

export interface SendingParts {
  shared: Shared | undefined;
  channels: () => readonly Channel[];
  leaseMs: number;
  untriedMs: number;
}

/**
 * Which messages are begun at the last moment only, so that a process that dies leaves none in doubt that it had not tried:
 * broadcasts; with several processes all that goes unasked, and what another process has the channel for.
 */
export const untriedIn = ({ shared, channels, leaseMs, untriedMs }: SendingParts) => ({
  which: ({ message, route }: OutItem): boolean =>
    shared === undefined
      ? message.lane === 'broadcast'
      : message.lane !== 'reply' || !channels().some(({ id }) => id === route.channel),
  leaseMs: shared === undefined ? leaseMs : untriedMs,
});

interface HandingParts {
  shared: Shared | undefined;
  channels: readonly Channel[];
  conversations: Pick<Conversations, 'putBack'> & {
    untried(conversation: ConversationId): Promise<readonly OutItem[]>;
  };
  outbox: () => Outbox;
}

/** Hands over what other processes may send as well; `undefined`: there are none. */
export function handing({ shared, channels, conversations, outbox }: HandingParts): Departures | undefined {
  return shared?.departures({
    channels: channels.map(({ id }) => id),
    untried: (conversation) => conversations.untried(conversation),
    async send(conversation, out) {
      outbox().take(conversation, out);
      await outbox().through(conversation);
    },
  });
}

/** Who sends what a commit brought, or a process left: this one at once, or whoever has a hand free. */
export function leaving(
  parts: Omit<HandingParts, 'shared'> & { departures: Departures | undefined },
): Pick<Outbox, 'take'> {
  const { departures, channels, conversations, outbox } = parts;
  const ours = new Set(channels.map(({ id }) => id));
  return {
    take(conversation, out) {
      const here = out.filter((item) => departures === undefined || (item.untried !== true && isOurs(item)));
      if (here.length > 0) outbox().take(conversation, here);
      const others = out.filter((item) => !here.includes(item));
      if (others.length > 0) void handOver(conversation, others);
    },
  };

  function isOurs({ route }: OutItem): boolean {
    return ours.has(route.channel);
  }

  async function handOver(conversation: ConversationId, out: readonly OutItem[]): Promise<void> {
    try {
      // Taken over from a process that is gone, and for a channel we do not have.
      for (const { message, untried } of out)
        if (untried !== true) await conversations.putBack?.(conversation, message.id);
      departures?.handOver(conversation, out);
    } catch {
      // Its lease runs out, and it is looked at again.
    }
  }
}
