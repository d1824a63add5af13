import { Gauge } from 'prom-client';
import { WHATSAPP_CLOUD } from '../channels/whatsapp-cloud/index.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Delivery } from './delivery.ts';
import type { Metrics } from './metrics.ts';

/** Figures of the outbox that are looked up when somebody asks for `/metrics`. */
export function watchDelivery(
  { registry }: Metrics,
  { outbox, delivery }: { outbox: Outbox; delivery: Delivery },
): void {
  const registers = [registry];
  const waiting = new Gauge({
    name: 'benkan_outbox_waiting',
    help: 'Messages this process has in hand, by channel',
    labelNames: ['channel'],
    registers,
    collect() {
      for (const [channel, count] of outbox.waiting) waiting.set({ channel }, count);
    },
  });
  const metered = new Gauge({
    name: 'benkan_metered_messages',
    help: 'Messages paid for in this month, by channel',
    labelNames: ['channel'],
    registers,
    collect() {
      metered.set({ channel: WHATSAPP_CLOUD }, delivery.ceiling.standing.count);
    },
  });
  const { most } = delivery.ceiling.standing;
  if (most !== undefined) {
    const ceiling = new Gauge({
      name: 'benkan_metered_ceiling',
      help: 'Messages the campaign pays for in a month, by channel',
      labelNames: ['channel'],
      registers,
    });
    ceiling.set({ channel: WHATSAPP_CLOUD }, most);
  }
}
