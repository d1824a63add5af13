import { DEMO_CHANNEL } from '../../capabilities/demo/index.ts';
import type { Channel } from '../../conversation/ports.ts';

/** The channel of invented people: it has no way out, and all that is said there counts as said. */
export const quietChannel: Channel = {
  id: DEMO_CHANNEL,
  dedupes: true,
  send: async () => ({ kind: 'sent' }),
};
