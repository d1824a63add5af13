import type { Broadcast, Wanted } from './model/broadcast.ts';
import { hashOf, samenessOf } from './model/hash.ts';
import { lacksSecond, type Move, RULES } from './model/lifecycle.ts';
import { lengthOf, tidyText } from './model/texts.ts';
import type { Change } from './ports.ts';
import { refused } from './refused.ts';

/** Writes and hand-ins a broadcast may see; beyond it a new one is begun. */
export const MAX_HISTORY = 200;
export const MAX_REASON = 300;

/** What a move carries besides the broadcast. */
export interface Act {
  move: Move;
  /** Hash of what the person had before their eyes. */
  seen?: string;
  /** The revision the form was filled from; asked of every edit. */
  rev?: number;
  /** Of an edit. */
  draft?: Omit<Wanted, 'scope'> & Pick<Broadcast, 'from'> & { name: string };
  reason?: string;
  /** That another says the same within the hour was shown, and it goes out all the same. */
  again?: boolean;
}

/** @throws Fault `reason_missing` where the move asks for one */
export function reasonIn({ move, reason }: Act): string | undefined {
  if (RULES[move].reason !== true) return undefined;
  const tidied = tidyText(reason ?? '');
  if (tidied === '' || lengthOf(tidied) > MAX_REASON) throw refused('reason_missing');
  return tidied;
}

/** What a move writes. Every edit voids what another person approved. */
export function changeOf(broadcast: Broadcast, act: Act, by: string, at: number): Change {
  const state = RULES[act.move].to;
  switch (act.move) {
    case 'edit': {
      const { name, from, ...draft } = act.draft ?? broadcast;
      const { content, audience, urgent, at: wanted, every } = draft;
      const hash = hashOf({
        content,
        audience,
        urgent,
        at: wanted,
        scope: broadcast.scope,
        ...(every && { every }),
      });
      return {
        ...{ state, name, content, audience, urgent, at: wanted, every: every ?? null },
        ...{ hash, sameness: samenessOf(content), author: by, approval: null, why: null },
        from: from ?? null,
      };
    }
    case 'submit':
      return { state, author: by, approval: null };
    case 'approve': {
      const due = Math.max(at, broadcast.at ?? at);
      const approval = { by, at, hash: broadcast.hash };
      // One that has begun goes on where it was stopped, and does not begin again.
      const to = lacksSecond(broadcast) ? 'planning' : state;
      return { state: to, approval, due, why: null, ...(act.again === true && { again: true }) };
    }
    case 'launch': {
      const due = Math.max(at, broadcast.at ?? at);
      return { state, author: by, due, why: null, ...(act.again === true && { again: true }) };
    }
    case 'reject':
      return { state, approval: null, why: null };
    case 'cancel':
      return { state };
  }
}
