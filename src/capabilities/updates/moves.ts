import { dayOf } from '../../domain/clock.ts';
import { type Fault, refusal } from '../../domain/faults.ts';
import type { StaffPerson } from '../../web/staff/index.ts';
import { hashOf } from './model/canonical.ts';
import { type Cause, CAUSES } from './model/causes.ts';
import type { UpdateContent } from './model/content.ts';
import { type Move, obstacle, RULES } from './model/lifecycle.ts';
import { lacksOf } from './model/missing.ts';
import { plainLine } from './model/plain-line.ts';
import type { Update } from './model/update.ts';
import type { Change } from './updates-store.ts';

/** Writes and hand-ins an item may see; beyond it a new one is begun. Its document stays far below the 16 MB of MongoDB. */
export const MAX_HISTORY = 300;
export const MAX_REASON = 300;

/** What a move carries besides the item. */
export interface Act {
  move: Move;
  /** Hash of the content the person had before their eyes; asked of every judgement. */
  seen?: string;
  /** The revision the form was filled from; asked of every edit. */
  rev?: number;
  content?: UpdateContent;
  /** For the staff; never goes out. */
  reason?: string;
  /** Of a withdrawal: one of {@link CAUSES}, as people are told. */
  cause?: string;
}

/**
 * What can be told of a move without looking further than the item.
 * @throws Fault as `Desk.move`
 */
export function refuseMove(
  update: Update,
  act: Act,
  person: Pick<StaffPerson, 'id' | 'role'>,
  now: number,
): void {
  const stands = obstacle(update, act.move, person, act.seen);
  if (stands !== undefined) throw refused(stands);
  if (act.rev !== undefined && act.rev !== update.rev) throw refused('changed');
  if (RULES[act.move].reason === true) {
    const { length } = plainLine(act.reason ?? '');
    if (length === 0 || length > MAX_REASON) throw refused('reason_missing');
  }
  if (act.move === 'withdraw' && causeIn(act) === undefined) throw refused('cause_missing');
  if (act.move === 'edit' || act.move === 'submit') {
    if (update.history.length >= MAX_HISTORY) throw refused('history_full');
  }
  if (act.move === 'submit' && lacksOf(update, dayOf(now)).length > 0) throw refused('incomplete');
}

/** What a move writes. The content a verifier has judged or was about to judge is kept for comparing. */
export function changeOf(update: Update, act: Act, by: string, at: number): Change {
  const state = RULES[act.move].to;
  const handedIn = update.state === 'draft' ? {} : { before: update.content };
  switch (act.move) {
    case 'edit': {
      const content = act.content ?? update.content;
      return { state, content, hash: hashOf(content), author: by, verification: null, ...handedIn };
    }
    case 'submit':
      return { state, author: by };
    case 'verify':
      return { state, verification: { by, at, hash: update.hash }, approved: update.content };
    case 'reject':
      return { state, verification: null, ...handedIn };
    case 'publish':
      return { state, publication: { by, at, version: (update.corrects?.version ?? 0) + 1 } };
    case 'withdraw': {
      const cause = causeIn(act);
      return {
        state,
        withdrawal: {
          by,
          at,
          reason: plainLine(act.reason ?? ''),
          ...(cause === undefined ? {} : { cause }),
        },
      };
    }
  }
}

export const refused = (code: string): Fault => refusal(code, 'The item cannot be moved on that way.');

const causeIn = ({ cause }: Act): Cause | undefined => CAUSES.find((each) => each === cause);
