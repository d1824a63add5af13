import type { ListColumn, ListFilter } from '../../../web/kit/index.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { countOf, type Page, whenOf } from './page.ts';

/** What the file of activities says of each, and what the search looks through. */
export function eventColumns(page: Page): ListColumn<CountedEvent>[] {
  const { texts } = page;
  const column = (
    key: string,
    header: string,
    text: (event: CountedEvent) => string,
  ): ListColumn<CountedEvent> => ({ key, header, text, cell: text });
  return [
    column('title', texts.fields.title_fr, ({ title }) => title.fr),
    column('when', texts.facts.when, ({ starts }) => whenOf(page, starts)),
    column('where', texts.facts.where, ({ place }) => place),
    column('kind', texts.fields.kind, ({ kind }) => texts.kinds[kind]),
    column('state', texts.list.state, ({ state }) => texts.states[state]),
    column('confirmed', texts.facts.confirmed, ({ inLine, capacity }) =>
      countOf(page, Math.min(inLine, capacity)),
    ),
    column('waiting', texts.facts.waiting, ({ inLine, capacity }) =>
      countOf(page, Math.max(0, inLine - capacity)),
    ),
  ];
}

/** By sort and by state: what stands in the list. */
export function eventFilters({ texts }: Page, events: readonly CountedEvent[]): ListFilter<CountedEvent>[] {
  const kinds = [...new Set(events.map(({ kind }) => kind))];
  const states = [...new Set(events.map(({ state }) => state))];
  return [
    {
      ...{ key: 'kind', label: texts.fields.kind },
      options: kinds.map((value) => ({ value, label: texts.kinds[value] })),
      fits: ({ kind }: CountedEvent, value: string) => kind === value,
    },
    {
      ...{ key: 'state', label: texts.list.state },
      options: states.map((value) => ({ value, label: texts.states[value] })),
      fits: ({ state }: CountedEvent, value: string) => state === value,
    },
  ].filter(({ options }) => options.length > 1);
}
