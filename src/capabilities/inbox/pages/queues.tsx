import type { VNode } from 'preact';
import { type InboxCounts, QUEUES, type ThreadFilter } from '../ports.ts';
import { listPath, withQueue } from './filter.ts';
import { numberWords, type Page } from './page.ts';

interface QueuesProps {
  page: Page;
  filter: ThreadFilter;
  counts: InboxCounts;
}

/** The queues, with how many are in each; what is filtered stays filtered from one to the next. */
export function Queues({ page, filter, counts }: QueuesProps): VNode {
  const { texts } = page;
  return (
    <nav id="files" class="queues" aria-label={texts.queuesLabel}>
      <ul>
        {[undefined, ...QUEUES].map((queue) => (
          <li key={queue ?? 'all'}>
            <a
              href={listPath(withQueue(filter, queue))}
              aria-current={queue === filter.queue ? 'page' : undefined}
              class={queue === 'red' && counts.red > 0 ? 'queue-red' : undefined}
            >
              {queue === undefined ? texts.all : texts.queues[queue]}
              {queue === undefined ? null : (
                <span class="queue-count"> {numberWords(page, counts[queue])}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
