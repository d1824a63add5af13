import type { VNode } from 'preact';
import { Fault } from '../../../domain/faults.ts';
import { NothingHere, RefusedMove } from '../../../web/kit/index.ts';
import type { StaffAnswer } from '../../../web/staff/index.ts';
import type { Update } from '../model/update.ts';
import { POSTS } from '../posts/texts.ts';
import { itemPath, momentWords, type Page, whoWords } from './page.ts';
import { updateStyles } from './styles.ts';

/** What the desk refuses, with the status that says whose turn it is. */
const STATUS: Readonly<Record<string, number>> = {
  role: 403,
  own_work: 403,
  same_hands: 403,
  wrong_state: 409,
  changed: 409,
  not_verified: 409,
  former_gone: 409,
  incomplete: 409,
  history_full: 409,
  no_board: 409,
  example: 409,
  posted_already: 409,
  in_doubt: 409,
  not_in_doubt: 409,
};

/**
 * The page for a move the desk refused: why, and who did what last, so that whoever lost a race knows to whom.
 * @returns nothing for what is no such refusal
 */
export function refusedMove(page: Page, update: Update, cause: unknown): StaffAnswer | undefined {
  const status = cause instanceof Fault ? STATUS[cause.code] : undefined;
  if (!(cause instanceof Fault) || status === undefined) return undefined;
  return { kind: 'page', status, page: <RefusedPage page={page} update={update} code={cause.code} /> };
}

function RefusedPage({ page, update, code }: { page: Page; update: Update; code: string }): VNode {
  const { ctx, texts } = page;
  const last = update.history.at(-1);
  const why: Readonly<Record<string, string>> = {
    ...texts.obstacles,
    incomplete: texts.incomplete,
    history_full: texts.historyFull,
    ...POSTS[ctx.frame.lang].refusals,
  };
  const conflict = STATUS[code] === 409;
  return (
    <RefusedMove
      frame={ctx.frame}
      styles={updateStyles}
      title={conflict ? texts.conflictTitle : texts.refusedTitle}
      why={why[code]}
      last={
        last && texts.since(whoWords(page, last.by), texts.steps[last.what] ?? '', momentWords(page, last.at))
      }
      item={{ href: itemPath(update), label: texts.seeItem }}
    />
  );
}

export const notFound = ({ ctx, texts }: Page): StaffAnswer => ({
  kind: 'page',
  status: 404,
  page: <NothingHere frame={ctx.frame} back="/staff/updates" texts={texts} />,
});
