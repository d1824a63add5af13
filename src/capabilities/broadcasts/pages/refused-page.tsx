import type { VNode } from 'preact';
import { Fault } from '../../../domain/faults.ts';
import { NothingHere, RefusedMove } from '../../../web/kit/index.ts';
import type { StaffAnswer } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { itemPath, momentWords, type Page, whoWords } from './page.ts';
import { broadcastStyles } from './styles.ts';

/** What the desk refuses, with the status that says whose turn it is. */
const STATUS: Readonly<Record<string, number>> = {
  role: 403,
  own_work: 403,
  same_hands: 403,
  wrong_state: 409,
  changed: 409,
  empty: 409,
  time_past: 409,
  series: 409,
  history_full: 409,
  needs_second: 409,
  too_few: 409,
  no_testers: 409,
  too_many_trials: 429,
};

/**
 * The page for a move the desk refused: why, and who did what last, so that whoever lost a race knows to whom.
 * @returns nothing for what is no such refusal
 */
export function refusedMove(page: Page, broadcast: Broadcast, cause: unknown): StaffAnswer | undefined {
  const status = cause instanceof Fault ? STATUS[cause.code] : undefined;
  if (!(cause instanceof Fault) || status === undefined) return undefined;
  return { kind: 'page', status, page: <RefusedPage page={page} broadcast={broadcast} code={cause.code} /> };
}

function RefusedPage({ page, broadcast, code }: { page: Page; broadcast: Broadcast; code: string }): VNode {
  const { ctx, texts } = page;
  const last = broadcast.history.at(-1);
  const moved = code === 'wrong_state' || code === 'changed';
  return (
    <RefusedMove
      frame={ctx.frame}
      styles={broadcastStyles}
      title={moved ? texts.conflictTitle : texts.refusedTitle}
      why={texts.obstacles[code]}
      last={last && texts.since(whoWords(page, last.by), texts.done[last.what], momentWords(page, last.at))}
      item={{ href: itemPath(broadcast), label: texts.seeItem }}
    />
  );
}

export const notFound = ({ ctx, texts }: Page): StaffAnswer => ({
  kind: 'page',
  status: 404,
  page: <NothingHere frame={ctx.frame} back="/staff/broadcasts" texts={texts} />,
});
