import type { Pace } from '../../conversation/pace.ts';

const SECOND_MS = 1_000;

/**
 * Telegram's own figures. Both are for mailings and "or so": more may pass for a moment, and a 429 names the pause. The
 * third one, 20 a minute in one group, has no line: talks are private, and posts in a channel are counted where they leave.
 */
export const PACE: Pace = {
  inAll: {
    messages: 30,
    perMs: SECOND_MS,
    source: 'https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
    sparesReplies: true,
  },
  toOne: {
    messages: 1,
    perMs: SECOND_MS,
    source: 'https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this',
    sparesReplies: true,
  },
};
