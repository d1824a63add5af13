import type { VNode } from 'preact';
import { type Column, Table } from '../../../web/kit/index.ts';
import { Masked } from '../../../web/staff/index.ts';
import type { ListedPerson } from '../desk/people-list.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { countOf, eventPath, type Page } from './page.ts';

export interface PeopleSectionProps {
  page: Page;
  event: CountedEvent;
  people: readonly ListedPerson[];
  at: { page: number; pages: number };
}

/** Who signed up, in order, names masked. */
export function PeopleSection({ page, event, people, at }: PeopleSectionProps): VNode {
  const { list } = page.texts;
  return (
    <section aria-labelledby="inscriptions">
      <h2 id="inscriptions">{list.title}</h2>
      {people.length === 0 ? (
        <p>{list.empty}</p>
      ) : (
        <>
          <Table
            id="liste"
            caption={list.caption}
            captionUnseen
            columns={columns(page, event)}
            rows={people}
          />
          <Pages page={page} at={at} />
          <p>
            <a href={eventPath(event, '/list.csv')}>{list.csv}</a>
          </p>
        </>
      )}
    </section>
  );
}

function columns(page: Page, event: CountedEvent): Column<ListedPerson>[] {
  const { list } = page.texts;
  const words = (key: 'state' | 'band' | 'region' | 'skill' | 'languages'): Column<ListedPerson> => ({
    key,
    header: list[key],
    cell: (person) => <span class="one-line">{cellsOf(page, person)[key]}</span>,
  });
  return [
    {
      key: 'rank',
      header: list.rank,
      numeric: true,
      names: true,
      cell: (one) => countOf(page, one.position),
    },
    words('state'),
    {
      key: 'name',
      header: list.name,
      cell: ({ ticket }) => (
        <span class="one-line">
          <Masked href={eventPath(event, `/people/${ticket}`)} what={list.revealOf(String(ticket))} />
        </span>
      ),
    },
    words('band'),
    words('region'),
    words('skill'),
    words('languages'),
  ];
}

/** What the table and the CSV say of somebody, the same in both. */
export function cellsOf(
  { texts, placeName }: Page,
  { state, sheet }: ListedPerson,
): Record<'state' | 'band' | 'region' | 'skill' | 'languages', string> {
  const { list } = texts;
  const region = sheet?.place?.split('/')[0];
  return {
    state: state === 'confirmed' ? list.confirmed : list.waiting,
    band: sheet === null ? list.unknown : texts.bands[sheet.band],
    region: region === undefined ? list.unknown : (placeName(region) ?? region),
    skill: sheet?.skill == null ? list.unknown : texts.skills[sheet.skill],
    languages: sheet === null ? list.unknown : texts.languages[sheet.languages],
  };
}

function Pages({ page, at }: Pick<PeopleSectionProps, 'page' | 'at'>): VNode | null {
  const { texts } = page;
  if (at.pages === 1) return null;
  return (
    <nav class="bar" aria-label={texts.pages}>
      {at.page > 1 ? (
        <a rel="prev" href={`?page=${at.page - 1}`}>
          {texts.previousPage}
        </a>
      ) : null}
      <p>{texts.pageOf(countOf(page, at.page), countOf(page, at.pages))}</p>
      {at.page < at.pages ? (
        <a rel="next" href={`?page=${at.page + 1}`}>
          {texts.nextPage}
        </a>
      ) : null}
    </nav>
  );
}
