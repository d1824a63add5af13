import type { VNode } from 'preact';
import { type Found, ListTable } from '../../../web/kit/index.ts';
import type { ListedPerson } from '../desk/people-list.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { eventPath, type Page } from './page.ts';
import { peopleColumns, peopleFilters } from './people-columns.tsx';

export interface PeopleSectionProps {
  page: Page;
  event: CountedEvent;
  people: readonly ListedPerson[];
  /** What of them the address asks for. */
  found: Found<ListedPerson>;
}

/** Who signed up, in order, names masked. */
export function PeopleSection({ page, event, people, found }: PeopleSectionProps): VNode {
  const { list } = page.texts;
  return (
    <section>
      <h2>{list.title}</h2>
      {people.length === 0 ? (
        <p>{list.empty}</p>
      ) : (
        <ListTable
          id="liste"
          caption={list.caption}
          captionUnseen
          path={eventPath(event)}
          file={eventPath(event, '/list.csv')}
          columns={peopleColumns(page, event)}
          filters={peopleFilters(page, people)}
          found={found}
        />
      )}
    </section>
  );
}
