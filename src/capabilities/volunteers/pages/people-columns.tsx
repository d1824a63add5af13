import { findRows, type Found, type ListColumn, type ListFilter } from '../../../web/kit/index.ts';
import { Masked } from '../../../web/staff/index.ts';
import type { ListedPerson } from '../desk/people-list.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { countOf, eventPath, type Page } from './page.ts';

/** What the table and the file say of who signed up; the name is on the screen alone, and masked (T23). */
export function peopleColumns(page: Page, event: CountedEvent): ListColumn<ListedPerson>[] {
  const { list } = page.texts;
  const words = (key: Cell): ListColumn<ListedPerson> => {
    const text = (person: ListedPerson): string => cellsOf(page, person)[key];
    return {
      ...{ key, header: list[key], text, sortBy: text },
      cell: (person) => <span class="one-line">{text(person)}</span>,
    };
  };
  return [
    {
      key: 'rank',
      header: list.rank,
      numeric: true,
      names: true,
      cell: (one) => countOf(page, one.position),
      text: ({ position }) => String(position),
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

/** What of the people the address asks for. */
export function foundPeople(
  page: Page,
  event: CountedEvent,
  people: readonly ListedPerson[],
): Found<ListedPerson> {
  const { query, frame } = page.ctx;
  const spec = { columns: peopleColumns(page, event), filters: peopleFilters(page, people), rows: people };
  return findRows(spec, query, frame.lang);
}

/** What the list can be narrowed to: what stands in it. The address holds codes, which are the same in every language. */
export function peopleFilters(page: Page, people: readonly ListedPerson[]): ListFilter<ListedPerson>[] {
  const { list } = page.texts;
  const { compare } = new Intl.Collator(page.ctx.frame.lang, { numeric: true });
  return CELLS.flatMap((key) => {
    const words = new Map(people.map((person) => [codesOf(person)[key], cellsOf(page, person)[key]]));
    const options = [...words].flatMap(([value, label]) => (value === undefined ? [] : [{ value, label }]));
    options.sort((a, b) => compare(a.label, b.label));
    const fits = (person: ListedPerson, value: string): boolean => codesOf(person)[key] === value;
    return options.length < 2 ? [] : [{ key, label: list[key], options, fits }];
  });
}

const CELLS = ['state', 'band', 'region', 'skill', 'languages'] as const;
type Cell = (typeof CELLS)[number];

const codesOf = ({ state, sheet }: ListedPerson): Record<Cell, string | undefined> => ({
  state,
  band: sheet?.band,
  region: sheet?.place?.split('/')[0],
  skill: sheet?.skill ?? undefined,
  languages: sheet?.languages,
});

function cellsOf({ texts, placeName }: Page, { state, sheet }: ListedPerson): Record<Cell, string> {
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
