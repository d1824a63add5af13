import type { Role } from '../../../web/staff/index.ts';
import type { State } from './states.ts';
import type { Update } from './update.ts';

export const MOVES = ['edit', 'submit', 'verify', 'reject', 'publish', 'withdraw'] as const;
export type Move = (typeof MOVES)[number];

interface Rule {
  from: readonly State[];
  to: State;
  roles: readonly Role[];
  /** Not by anyone who ever changed a word of it or handed it in. */
  foreignEyes?: true;
  reason?: true;
}

export const WRITERS: readonly Role[] = ['admin', 'editor'];
export const VERIFIERS: readonly Role[] = ['admin', 'verifier'];
/** Publishing adds no judgement to a verified content, so any of the two persons may press the button. */
const PUBLISHERS: readonly Role[] = ['admin', 'editor', 'verifier'];

/** The whole life of an item (U2). What is not here cannot happen; a published item is never edited (U4). */
export const RULES: Readonly<Record<Move, Rule>> = {
  edit: { from: ['draft', 'submitted', 'verified'], to: 'draft', roles: WRITERS },
  submit: { from: ['draft'], to: 'submitted', roles: WRITERS },
  verify: { from: ['submitted'], to: 'verified', roles: VERIFIERS, foreignEyes: true },
  reject: {
    from: ['submitted', 'verified'],
    to: 'draft',
    roles: VERIFIERS,
    foreignEyes: true,
    reason: true,
  },
  publish: { from: ['verified'], to: 'published', roles: PUBLISHERS },
  withdraw: { from: ['published'], to: 'withdrawn', roles: PUBLISHERS, reason: true },
};

/** From which a correction may be begun. It is an item of its own, and goes the whole way again. */
export const CORRECTABLE: State = 'published';

/**
 * Why a move is not made: `role` and `own_work` will not change, `same_hands` only when somebody else hands out new
 * credentials, `wrong_state`, `changed` and `former_gone` say where things stand.
 */
export type Obstacle =
  | 'role'
  | 'own_work'
  | 'same_hands'
  | 'wrong_state'
  | 'changed'
  | 'not_verified'
  | 'former_gone';

/**
 * What stands in the way of a move, or nothing. `seen` is the hash of the content the person had before their eyes; a
 * judgement on anything else is void.
 */
export function obstacle(
  update: Pick<Update, 'state' | 'hash' | 'authors' | 'verification'>,
  move: Move,
  actor: { id: string; role: Role },
  seen?: string,
): Obstacle | undefined {
  const rule = RULES[move];
  if (!rule.roles.includes(actor.role)) return 'role';
  if (rule.foreignEyes === true && update.authors.includes(actor.id)) return 'own_work';
  if (!rule.from.includes(update.state)) return 'wrong_state';
  if (seen !== undefined && seen !== update.hash) return 'changed';
  if (move === 'publish' && !isVerified(update)) return 'not_verified';
  return undefined;
}

/** Another person verified exactly this content. Asked again at publication: no single account is enough (T21). */
const isVerified = ({
  verification,
  hash,
  authors,
}: Pick<Update, 'hash' | 'authors' | 'verification'>): boolean =>
  verification !== undefined && verification.hash === hash && !authors.includes(verification.by);
