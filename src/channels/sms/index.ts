import type { Channel, Receive } from '../../conversation/ports.ts';
import type { WebhookDoor } from '../platform/ports.ts';
import { Deliveries } from './deliveries.ts';
import { gatewayAt } from './gateway.ts';
import { intake, type SmsIntake } from './intake.ts';
import { paceOf } from './pace.ts';
import type { SmsOptions } from './ports.ts';
import { noneUnfinished, sendMessage } from './send.ts';
import { allowedBy } from './signature.ts';
import { CHANNEL } from './to-inbound.ts';
import { tokensFrom } from './token.ts';
import { watched } from './watch.ts';
import { webhookDoor } from './webhook.ts';

export type { Gathered, Piece, Pieces, SmsOptions } from './ports.ts';
export { preview as smsPreview } from './preview.ts';
export { CHANNEL as SMS } from './to-inbound.ts';

export const SMS_WEBHOOK_PATH = '/webhooks/sms';

/** How often it is looked whether the rest of a message has come. */
const SWEEP_MS = 60_000;

export interface SmsChannel extends Channel {
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  /** Our number, as `Inbound.account` and for `send`. */
  readonly account: string;
  /** To be mounted at {@link SMS_WEBHOOK_PATH}, before any body parser. */
  readonly webhook: WebhookDoor;
}

/** SMS over whatever gateway speaks HTTP, as its settings describe it (C15). */
export function smsChannel(options: SmsOptions): SmsChannel {
  const { number: account, country, pieces, clock, log, answer, writing } = options;
  const { spent = () => undefined, delivery = async () => undefined } = options;
  const count = watched(options.count ?? (() => undefined), log, clock);
  const tokens = options.token === undefined ? undefined : tokensFrom(options.token, clock);
  const gateway = gatewayAt(options.request, answer, tokens);
  const deliveries = new Deliveries(delivery);
  const unfinished = noneUnfinished();
  const namesMessages = answer.id !== undefined;
  const sender = { gateway, number: account, writing, deliveries, namesMessages, spent, unfinished };
  let taking: SmsIntake | undefined;
  let sweeping: NodeJS.Timeout | undefined;
  let stopped = false;
  return {
    id: CHANNEL,
    account,
    pace: paceOf(options.perSecond),
    webhook: webhookDoor({
      auth: options.auth.kind,
      allowed: allowedBy(options.auth, clock),
      intake: () => (stopped ? undefined : taking),
      count,
    }),
    send: async (message, from) =>
      from === account
        ? sendMessage(sender, message)
        : { kind: 'refused', code: 'not_this_account', gone: false },
    async start(receive) {
      const places = options.notification;
      taking = intake({ account, country, places, pieces, deliveries, receive, clock, log, count });
      sweeping = setInterval(() => void taking?.sweep(), SWEEP_MS).unref();
    },
    async stop() {
      stopped = true;
      clearInterval(sweeping);
      await taking?.idle();
    },
    close: () => gateway.close(),
  };
}
