import type { Pace } from '../../conversation/pace.ts';

const SECOND_MS = 1_000;

/**
 * WhatsApp names no figures for a number of an ordinary phone; it closes those that behave like a machine. So these are
 * ours, far below what was seen to lead to that: what a quick person with a phone in hand might send. Replies may pass
 * for a moment, everything else makes room for them.
 */
const SOURCE =
  'ours: docs/decisions/whatsapp-web.md; WhatsApp publishes none (https://wwebjs.dev/guide/#warning)';

export const PACE: Pace = {
  inAll: { messages: 2, perMs: SECOND_MS, source: SOURCE, sparesReplies: true },
  toOne: { messages: 1, perMs: SECOND_MS, source: SOURCE, sparesReplies: true },
};
