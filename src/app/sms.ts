import { SMS, smsChannel, type SmsChannel } from '../channels/sms/index.ts';
import type { TellDelivery } from '../conversation/ports.ts';
import type { Clock } from '../domain/clock.ts';
import type { SmsPieces } from '../store/sms-pieces.ts';
import type { Logger } from './logs.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';
import { smsGatewayIn } from './sms-settings.ts';

interface Parts {
  settings: Settings;
  /** Parts of long SMS, where the gateway does not join them. */
  pieces: SmsPieces;
  delivery: { tell: (channel: string, account: string) => TellDelivery };
  clock: Clock;
  log: Logger;
  metrics: Metrics;
}

/** SMS, where a gateway is set. */
export function sms({ settings, pieces, delivery, clock, log, metrics }: Parts): SmsChannel | undefined {
  const gateway = smsGatewayIn(settings);
  if (gateway === undefined) return undefined;
  return smsChannel({
    ...gateway,
    pieces,
    delivery: delivery.tell(SMS, gateway.number),
    clock,
    log,
    count: (what) => metrics.inbound(`sms_${what}`),
    spent(what, times) {
      for (let n = 0; n < times; n += 1) metrics.outbound(`sms_${what}`, SMS);
    },
  });
}
