import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery, TellDelivery } from '../../conversation/ports.ts';

/** WhatsApp's page tells a tick once. While the store is away it is told again so often, with pauses that grow. */
const TRIES = 6;
const PAUSE_MS = 500;

/** Tells of a delivery, and holds nothing up; what cannot be kept within half a minute is left out. Never rejects. */
export async function tellDelivery(tell: TellDelivery, delivery: Delivery): Promise<void> {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const kept = await tell(delivery).then(
      () => true,
      () => false,
    );
    if (kept) return;
    await pause(PAUSE_MS * 2 ** nth, undefined, { ref: false });
  }
}
