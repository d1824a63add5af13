import type { Pace } from '../../conversation/pace.ts';

/** The pace of a gateway, which nobody but its operator knows: it stands in the contract. */
export const paceOf = (perSecond: number): Pace => ({
  inAll: {
    // A phone that is the gateway takes less than one.
    messages: Math.max(1, Math.floor(perSecond)),
    perMs: perSecond < 1 ? 1_000 / perSecond : 1_000,
    source: 'SMS_PER_SECOND, from the contract with the gateway',
  },
});
