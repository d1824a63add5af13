import type { VNode } from 'preact';
import type { ThreadCard } from '../ports.ts';
import { listPath } from './filter.ts';
import { Handler, RedMark, Tags } from './marks.tsx';
import { channelName, languageName, type Page, reasonWords, spanWords, threadPath } from './page.ts';

/** One thread in the list: since when somebody waits, why, where, and who looks after it. */
export function ThreadRow({ page, thread }: { page: Page; thread: ThreadCard }): VNode {
  const { id, handle, region, channel, lang, reason, red } = thread;
  return (
    <li id={`fil-${id}`} class={red === null ? 'thread' : 'thread thread-red'}>
      <p class="thread-head">
        <a class="thread-handle" href={threadPath(id)}>
          {handle}
        </a>
        {red === null ? null : <RedMark page={page} red={red} />}
        <Waiting page={page} thread={thread} />
      </p>
      <p class="thread-facts">
        <span>{reasonWords(page, reason)}</span>
        <span>{channelName(page, channel)}</span>
        <span>{languageName(page, lang)}</span>
        {region === null ? null : <a href={listPath({ region: region.slug })}>{region.name}</a>}
        <Handler page={page} thread={thread} />
      </p>
      <Tags tags={thread.tags} />
    </li>
  );
}

function Waiting({ page, thread }: { page: Page; thread: ThreadCard }): VNode {
  const { texts, now } = page;
  const { unansweredSince, lastAt } = thread;
  if (unansweredSince === null)
    return <span class="thread-time">{texts.last(spanWords(page, lastAt, now))}</span>;
  return (
    <strong class={now - unansweredSince > LONG_MS ? 'thread-time thread-long' : 'thread-time'}>
      {texts.waits(spanWords(page, unansweredSince, now))}
    </strong>
  );
}

/** Longer than this somebody must not wait: WhatsApp lets nobody answer after a day, and people give up before. */
const LONG_MS = 4 * 3_600_000;
