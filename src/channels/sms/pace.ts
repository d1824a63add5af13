import type { Pace } from '../../conversation/pace.ts';

/** The pace of a gateway, which nobody but its operator knows: it stands in the contract. */
export const paceOf = (perSecond: number): Pace => ({
  inAll: { messages: perSecond, perMs: 1_000, source: 'SMS_PER_SECOND, from the contract with the gateway' },
});
