import type { Known } from '../../engine/compile-flows.ts';

/** What somebody says of themselves: `what` is place, sex or age. Kept only of who agreed to it. */
export const SAY = 'audience.say';
/** An answer the author of a survey marked for it. Kept only of who agreed to it. */
export const NOTE = 'audience.note';

/** What flows may ask for here; apart from what does it, so that flows are checked without a database's driver. */
export const offers = {
  calls: ['audience.me'],
  effects: [SAY, NOTE],
  shapes: {
    'audience.me': { takes: [], gives: ['dit', 'lieu', 'age', 'sexe'] },
    [SAY]: { takes: ['what', 'value'] },
    [NOTE]: { takes: ['question', 'answer'] },
  },
} as const satisfies Known;
