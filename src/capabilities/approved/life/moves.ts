import type { Role } from '../../../web/staff/index.ts';
import { type Content, type Entry, hashOf, type State, type Step } from './entry.ts';

export const MOVES = ['edit', 'submit', 'approve', 'reject', 'withdraw'] as const;
export type Move = (typeof MOVES)[number];

export const WRITERS: readonly Role[] = ['admin', 'editor'];
export const VERIFIERS: readonly Role[] = ['admin', 'verifier'];
/** Writes an entry may see; beyond it a new one is begun, and its document stays far below the 16 MB of MongoDB. */
const MAX_HISTORY = 300;
/** Two lines of a phone. */
export const MAX_REASON = 300;

interface Rule {
  from: readonly State[];
  roles: readonly Role[];
  /** Not by anyone who wrote it. */
  foreignEyes?: true;
  reason?: true;
}

/** The whole life of an entry (T21). What is not here cannot happen. */
export const RULES: Readonly<Record<Move, Rule>> = {
  edit: { from: ['draft', 'submitted', 'approved', 'withdrawn'], roles: WRITERS },
  submit: { from: ['draft'], roles: WRITERS },
  approve: { from: ['submitted'], roles: VERIFIERS, foreignEyes: true },
  reject: { from: ['submitted'], roles: VERIFIERS, foreignEyes: true, reason: true },
  // Harm is stopped fast, by one person, and it shows.
  withdraw: {
    from: ['draft', 'submitted', 'approved'],
    roles: ['admin', 'editor', 'verifier'],
    reason: true,
  },
};

/** Why a move is not made. */
export type Obstacle =
  | 'role'
  | 'own_work'
  | 'wrong_state'
  | 'changed'
  | 'reason_missing'
  | 'history_full'
  | 'incomplete';

/** What a move carries besides the entry. */
export interface Act {
  move: Move;
  /** Hash of what the person had before their eyes; asked of every judgement. */
  seen?: string | undefined;
  /** The revision the form was filled from; asked of every edit. */
  rev?: number | undefined;
  content?: Content | undefined;
  reason?: string | undefined;
}

export interface Actor {
  id: string;
  role: Role;
}

/** What stands in the way of a move by this person, or nothing. */
export function obstacle(entry: Entry, act: Act, actor: Actor): Obstacle | undefined {
  const rule = RULES[act.move];
  if (!rule.roles.includes(actor.role)) return 'role';
  if (rule.foreignEyes === true && entry.authors.includes(actor.id)) return 'own_work';
  if (!rule.from.includes(entry.state)) return 'wrong_state';
  // What nobody ever approved is not there to be taken back.
  if (act.move === 'withdraw' && entry.live === undefined) return 'wrong_state';
  if (act.rev !== undefined && act.rev !== entry.rev) return 'changed';
  if (act.seen !== undefined && act.seen !== entry.hash) return 'changed';
  if (act.move !== 'withdraw' && entry.history.length >= MAX_HISTORY) return 'history_full';
  return undefined;
}

/** Whether the move says why, where it has to. */
export const saysWhy = ({ move, reason = '' }: Act): boolean =>
  RULES[move].reason !== true || (reason !== '' && reason.length <= MAX_REASON);

/** The entry after a move that nothing stands in the way of. */
export function moved(entry: Entry, act: Act, { id: by, role }: Actor, at: number, token: string): Entry {
  const content = act.move === 'edit' ? (act.content ?? entry.content) : entry.content;
  const hash = hashOf(content);
  const step: Step = {
    ...{ token, what: act.move, by, role, at, hash },
    ...(act.reason === undefined || act.reason === '' ? {} : { reason: act.reason }),
  };
  const next = { ...entry, content, hash, changedAt: at, rev: entry.rev + 1 };
  return { ...next, history: [...entry.history, step], ...changeOf(entry, act.move, by, at, hash) };
}

const withAuthor = ({ authors }: Entry, by: string): readonly string[] =>
  authors.includes(by) ? authors : [...authors, by];

function changeOf(entry: Entry, move: Move, by: string, at: number, hash: string): Partial<Entry> {
  switch (move) {
    case 'edit':
      return { state: 'draft', authors: withAuthor(entry, by) };
    case 'submit':
      return { state: 'submitted', authors: withAuthor(entry, by) };
    case 'approve': {
      const live = { content: entry.content, hash, by, authors: entry.authors, at };
      // Whoever writes the next version is an author of that one alone: two people are enough for many versions.
      return { state: 'approved', live, authors: [], version: entry.version + 1 };
    }
    case 'reject':
      return { state: 'draft' };
    case 'withdraw':
      return { state: 'withdrawn', live: undefined };
  }
}
