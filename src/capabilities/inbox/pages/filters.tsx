import type { VNode } from 'preact';
import { Button, Select } from '../../../web/kit/index.ts';
import type { ThreadFilter, ThreadPage } from '../ports.ts';
import { isNarrow, listPath } from './filter.ts';
import { channelName, INBOX_PATH, languageName, type Page } from './page.ts';

interface FiltersProps {
  page: Page;
  filter: ThreadFilter;
  found: ThreadPage;
  tags: readonly string[];
}

/** What narrows the list, as a form whose choices end in the address. Closed as long as nothing is chosen. */
export function Filters({ page, filter, found, tags }: FiltersProps): VNode {
  const { texts, parts } = page;
  const { filters } = texts;
  const any = { value: '', label: filters.any };
  const tagged = [...new Set([...tags, ...(filter.tag === undefined ? [] : [filter.tag])])];
  return (
    <details class="thread-filters" open={isNarrow(filter)}>
      <summary>{filters.title}</summary>
      <form method="get" action={INBOX_PATH}>
        {filter.queue === undefined ? null : <input type="hidden" name="file" value={filter.queue} />}
        {filter.region === undefined ? null : <input type="hidden" name="region" value={filter.region} />}
        <Select
          name="etiquette"
          label={filters.tag}
          value={filter.tag ?? ''}
          options={[any, ...tagged.map((tag) => ({ value: tag, label: tag }))]}
        />
        <Select
          name="langue"
          label={filters.lang}
          value={filter.lang ?? ''}
          options={[
            any,
            ...parts.languages.map((lang) => ({ value: lang, label: languageName(page, lang) })),
          ]}
        />
        <Select
          name="canal"
          label={filters.channel}
          value={filter.channel ?? ''}
          options={[
            { value: '', label: filters.anyChannel },
            ...channelsIn(page, filter, found).map((id) => ({ value: id, label: channelName(page, id) })),
          ]}
        />
        <div class="thread-filters-end">
          <Button look="quiet">{filters.apply}</Button>
          {isNarrow(filter) ? <a href={listPath({ queue: filter.queue })}>{filters.clear}</a> : null}
        </div>
        {filter.region === undefined ? null : (
          <p class="thread-filters-region">{filters.region(regionName(filter.region, found))}</p>
        )}
      </form>
    </details>
  );
}

/** Those named here, the one chosen, and those on the page: a channel of tomorrow is found as well. */
const channelsIn = ({ texts }: Page, { channel }: ThreadFilter, { threads }: ThreadPage): string[] => [
  ...new Set([
    ...Object.keys(texts.channels),
    ...threads.map((thread) => thread.channel),
    ...(channel === undefined ? [] : [channel]),
  ]),
];

const regionName = (slug: string, { threads }: ThreadPage): string =>
  threads.find(({ region }) => region?.slug === slug)?.region?.name ?? slug;
