import type { Known } from '../../engine/compile-flows.ts';

/** Words for the team that need no silence of the bot: `do: inbox.write`, with what they are about and the words. */
export const WRITE = 'inbox.write';

/** What flows may ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: [],
  effects: [WRITE],
  shapes: { [WRITE]: { takes: ['sujet', 'mots'] } },
} as const satisfies Known;
