import type { Pace } from '../../conversation/pace.ts';

const SECOND_MS = 1_000;
/** What may go to one person at once; it is borrowed from what comes. */
const BURST = 45;
/** One message to one person in so long, for good. */
const PAIR_MS = 6 * SECOND_MS;

/** Meta's own figures for one number. Beyond them a message is refused with 130429, and with 131056 for one person. */
export const PACE: Pace = {
  inAll: {
    messages: 80,
    perMs: SECOND_MS,
    source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput',
  },
  toOne: {
    messages: BURST,
    perMs: BURST * PAIR_MS,
    source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/overview#pair-rate-limits',
  },
};
