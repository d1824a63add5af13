import { WHATSAPP_CLOUD } from '../channels/whatsapp-cloud/index.ts';
import type { TellDelivery } from '../conversation/ports.ts';
import type { Reception } from '../conversation/receive.ts';
import type { Clock } from '../domain/clock.ts';
import type { BroadcastFate } from '../outbox/fate.ts';
import { Ceiling } from '../outbox/ceiling.ts';
import { DeadLetters } from '../store/conversations/dead-letters.ts';
import { Receipts } from '../store/receipts/receipts.ts';
import type { Connection } from '../store/connection.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import type { Logger } from './logs.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

interface DeliveryParts {
  settings: Settings;
  connection: Connection;
  keyring: Keyring;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
}

/** What is kept of messages that leave, beside the outbox itself. */
export interface Delivery {
  receipts: Receipts;
  letters: DeadLetters;
  ceiling: Ceiling;
  /** Where a channel tells what became of its messages; `account` is ours. */
  tell: (channel: string, account: string) => TellDelivery;
}

interface Told {
  /** Counts a message its platform tells us later it could not bring. */
  failed: (channel: string, code: string) => void;
  /** More is known of something staff said in this talk. Never throws. */
  replied: (conversation: string) => void;
  /** More is known of a message of a broadcast. Rejects where that cannot be kept, and the platform comes again. */
  became: (broadcast: string, conversation: string, fate: BroadcastFate) => Promise<void>;
}

/**
 * @param reception is there once the house is put together, and asked only then
 */
export function openDelivery(
  { connection, keyring, clock, settings, log, metrics }: DeliveryParts,
  reception: () => Pick<Reception, 'outOfReach'>,
  { failed, replied, became }: Told,
): Delivery {
  const { fingerprint, sealer } = keyring;
  const receipts = new Receipts(connection, fingerprint, sealer, clock);
  const ceiling = new Ceiling({
    count: () => receipts.metered(WHATSAPP_CLOUD),
    most: settings.WHATSAPP_CLOUD_MONTHLY_CEILING,
    reached: ({ level, count }) =>
      log.warn(
        { what: `ceiling ${level}`, channel: WHATSAPP_CLOUD, count },
        'messages paid for this month; broadcasts and templates wait once the ceiling is reached',
      ),
  });
  const tell =
    (channel: string, account: string): TellDelivery =>
    async (delivery) => {
      const { id, state, code } = delivery;
      const { metered, gone, reply, mailing } = await receipts.told(channel, account, delivery);
      metrics.receipt(state, channel);
      if (state === 'failed') failed(channel, code ?? state);
      if (metered) ceiling.counted();
      if (code !== undefined) log.warn({ what: state, channel, code }, 'message');
      if (reply !== undefined) replied(reply);
      if (mailing !== undefined)
        await became(mailing.broadcast, mailing.to, {
          ...{
            state,
            ...(code !== undefined && { code }),
            ...(delivery.gone === true && { gone: true as const }),
          },
        });
      if (gone !== undefined) await reception().outOfReach(gone, id);
    };
  return { receipts, letters: new DeadLetters(connection, sealer, clock), ceiling, tell };
}
