import type { Known } from '../../engine/compile-flows.ts';

/** Words for the team that need no silence of the bot: `do: inbox.write`, with what they are about and the words. */
export const WRITE = 'inbox.write';

/**
 * A message somebody was sent, for the team to look at: `do: inbox.tip`. Its words come in pieces that are one side by
 * side, a picture by its channel's name.
 */
export const TIP = 'inbox.tip';

/** What flows may ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: [],
  effects: [WRITE, TIP],
  shapes: {
    [WRITE]: { takes: ['sujet', 'mots'] },
    [TIP]: { takes: ['sujet', 'un', 'deux', 'trois', 'quatre', 'photo'] },
  },
} as const satisfies Known;
