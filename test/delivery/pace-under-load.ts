import type { Conversations, OutItem } from '../../src/conversation/conversation.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { realClock } from '../universe/time.ts';
import type { Place } from './places.ts';

/** What a mailing to more people than its platform takes at once came to. */
export interface Paced {
  /** Taken a second, once it had begun. */
  perSecond: number;
  /** Times the platform said that it was too much. */
  refused: number;
}

/** Sends a mailing as fast as the channel's own table allows, for so long, at a platform that takes not one more. */
export async function paceUnderLoad(place: Place, people: number, seconds: number): Promise<Paced> {
  const { channel, account, address } = place;
  const taken: number[] = [];
  let refused = 0;
  const outbox = new Outbox({
    channels: [
      {
        ...channel,
        async send(message, from) {
          const outcome = await channel.send(message, from);
          if (outcome.kind === 'sent') taken.push(performance.now());
          else refused += 1;
          return outcome;
        },
      },
    ],
    conversations: {
      done: async () => undefined,
      renew: async () => undefined,
      unsent: async () => [],
    } as unknown as Conversations,
    ...{ clock: realClock, leaseMs: 10_000, report: () => undefined },
  });
  for (let n = 0; n < people; n += 1) {
    const item: OutItem = {
      message: { id: `m${String(n)}`, address: address(n), lane: 'broadcast', text: 'Kibaru' },
      route: { channel: channel.id, account, address: address(n) },
      again: 0,
    };
    outbox.take(String(n), [item]);
  }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await outbox.stop();
  const [first = 0] = taken;
  const lasted = ((taken.at(-1) ?? 0) - first) / 1000;
  return { perSecond: (taken.length - 1) / lasted, refused };
}
