import type { VNode } from 'preact';
import type { Red, ThreadCard } from '../ports.ts';
import { listPath } from './filter.ts';
import { colleagueName, isMine, momentWords, type Page } from './page.ts';

/** Says in words what is red, since a colour alone tells nothing to many. */
export const RedMark = ({ page: { texts }, red }: { page: Page; red: Red }): VNode => (
  <span class="thread-mark thread-mark-red">
    {texts.red} · {red.kinds.map((kind) => texts.kinds[kind]).join(', ')}
  </span>
);

/** Whose it is, or that it sleeps or is closed, and who is writing at this moment. */
export function Handler({ page, thread }: { page: Page; thread: ThreadCard }): VNode {
  const { texts } = page;
  const { answering } = thread;
  return (
    <>
      <span>{handlerWords(page, thread)}</span>
      {thread.with === 'bot' && thread.state !== 'closed' ? <span>{texts.with.bot}</span> : null}
      {answering === null ? null : (
        <span class="thread-answering">{texts.answering(colleagueName(page, answering))}</span>
      )}
    </>
  );
}

function handlerWords(page: Page, { state, claimedBy, snoozedUntil }: ThreadCard): string {
  const { texts } = page;
  if (state === 'closed') return texts.closed;
  if (state === 'snoozed' && snoozedUntil !== null) return texts.until(momentWords(page, snoozedUntil));
  if (claimedBy === null) return texts.nobody;
  return isMine(page, claimedBy) ? texts.mine : texts.of(colleagueName(page, claimedBy));
}

/** Each leads to all that carry it. */
export const Tags = ({ tags }: { tags: readonly string[] }): VNode | null =>
  tags.length === 0 ? null : (
    <p class="thread-tags">
      {tags.map((tag) => (
        <a key={tag} class="thread-mark" href={listPath({ tag })}>
          {tag}
        </a>
      ))}
    </p>
  );
