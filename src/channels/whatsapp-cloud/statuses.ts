import type { Delivery } from '../../conversation/ports.ts';
import type { CloudStatus } from './notification.ts';
import { isGone } from './outcome.ts';

const STATES = ['sent', 'delivered', 'read', 'failed'] as const;

/** A status as news of a message; `undefined`: it tells of a state that is none of these. Pure. */
export function deliveryIn({ id, status, errors, pricing }: CloudStatus): Delivery | undefined {
  const state = STATES.find((each) => each === status);
  if (state === undefined) return undefined;
  const code = errors?.[0]?.code;
  return {
    id,
    state,
    ...(code !== undefined && { code: String(code) }),
    ...(code !== undefined && state === 'failed' && isGone(code) && { gone: true as const }),
    ...(pricing?.billable === true && { metered: pricing.category ?? 'other' }),
  };
}
