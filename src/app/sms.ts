import { SMS, SMS_WEBHOOK_PATH, smsChannel, type SmsChannel } from '../channels/sms/index.ts';
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
  publicUrl: string;
  /** Lines for the person who started it. */
  say?: (line: string) => void;
}

/** SMS, where a gateway is set. */
export function sms(parts: Parts): SmsChannel | undefined {
  const { pieces, delivery, clock, log, metrics, say = () => undefined } = parts;
  const gateway = smsGatewayIn(parts.settings);
  if (gateway === undefined) return undefined;
  say(`SMS:      ${gateway.request.origin} sends; it is to call ${parts.publicUrl}${SMS_WEBHOOK_PATH}`);
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
