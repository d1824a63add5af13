import { type Answering, NONE } from './answering.ts';

/** A photo or a voice message: its value is the name under which the channel finds it again. */
export const file = (media: 'photo' | 'voice'): Answering => ({
  ...NOTHING_TYPED,
  received(reply) {
    if (reply.media !== media) return NONE;
    return reply.id === undefined ? { kind: 'lost' } : { kind: 'value', value: reply.id };
  },
});

/**
 * Where the person is, `12.639,-8.003`: degrees north and east to 3 decimals, about 100 m. No finer place is needed to
 * find a well, and a finer one would be a person's door.
 */
export const location = (): Answering => ({
  ...NOTHING_TYPED,
  received(reply) {
    if (reply.media !== 'location') return NONE;
    return reply.at === undefined
      ? { kind: 'lost' }
      : { kind: 'value', value: `${rounded(reply.at.lat)},${rounded(reply.at.lon)}` };
  },
});

const NOTHING_TYPED = {
  params: {},
  texts: [],
  choices: [],
  mayOfferNone: false,
  offered: () => [],
  typed: () => NONE,
  tapped: () => NONE,
} satisfies Answering;

/** Adding 0 makes −0 a 0. */
const rounded = (degrees: number): number => Math.round(degrees * 1_000) / 1_000 + 0;
