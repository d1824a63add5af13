import { keysOf } from '../keys/index.ts';
import type { StaffRoute } from '../route.ts';
import { isAwake, type Stands } from '../sessions.ts';

/** What a person has to show again before something opens: only the password, password and code, or their key. */
export type Question = 'password' | 'code' | 'key';

/** Long enough to verify a row of updates with one touch of the key, short enough for a desk that was left. */
export const CONFIRMED_FOR_MS = 10 * 60 * 1000;

/** What is asked of a page, or of a door of the API. */
export type Gated = Readonly<Pick<StaffRoute, 'reads' | 'reveals' | 'confirm' | 'beforeKey'>> & {
  readonly method: string;
};

/** What the route asks of this session now; `undefined`: it opens. */
export function questionFor(
  route: Gated,
  { account, session }: Pick<Stands, 'account' | 'session'>,
  now: number,
): Question | undefined {
  const hasKey = keysOf(account).length > 0;
  // Uncovering a name is a decision wherever it is offered.
  const uncovers = route.method === 'post' && route.reveals === true;
  const confirm = route.confirm ?? (uncovers ? 'with_key' : undefined);
  if (confirm === 'always' || (confirm === 'with_key' && hasKey)) {
    const last = hasKey ? session.keyAt : session.confirmedAt;
    // A clock that went back must not lengthen it.
    if (last === undefined || Math.abs(now - last) >= CONFIRMED_FOR_MS) return hasKey ? 'key' : 'code';
  }
  const classA = route.reads !== undefined || route.reveals === true;
  return classA && !isAwake(session, now) ? 'password' : undefined;
}
