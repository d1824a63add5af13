import { type Gated, type Question, questionFor } from './confirm/index.ts';
import { keyDutyOf } from './keys/index.ts';
import type { AccountParts } from './parts.ts';
import type { Stands } from './sessions.ts';

/**
 * What still stands between a person with the right role and what they asked for: `enrol` where their role owes a key
 * for too long, a question where they have to show again who they are.
 */
export async function gateFor(
  parts: AccountParts,
  route: Gated,
  found: Stands,
): Promise<Question | 'enrol' | undefined> {
  const duty = await keyDutyOf(parts, found.account);
  if (duty.kind === 'overdue' && route.beforeKey !== true) return 'enrol';
  return questionFor(route, found, parts.clock.now());
}
