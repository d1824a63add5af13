import type { Column } from '../table.tsx';
import { type ListState, readListState } from './list-state.ts';

export interface ListColumn<Row> extends Column<Row> {
  /** The cell as plain text: what the search reads and the file says. A column without it is on the screen alone. */
  text?: (row: Row) => string;
  /** What its header sorts by. */
  sortBy?: (row: Row) => string | number;
}

export interface ListFilter<Row> {
  /** Its name in the address. */
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  fits: (row: Row, value: string) => boolean;
}

/** A list whose rows are all at hand. */
export interface ListSpec<Row> {
  columns: readonly ListColumn<Row>[];
  filters?: readonly ListFilter<Row>[];
  rows: readonly Row[];
  /** @default 50 a phone scrolls through no more */
  aPage?: number;
}

/** What a list shows. */
export interface Found<Row> {
  state: ListState;
  /** Rows of this page. */
  rows: readonly Row[];
  /** All that fit, in order: what the file holds. */
  all: readonly Row[];
  /** How many there are, whether they fit or not. */
  total: number;
  page: number;
  pages: number;
}

const A_PAGE = 50;

/** Filters, searches, sorts and pages, in this order; rows that compare equal keep theirs. */
export function findRows<Row>(spec: ListSpec<Row>, query: URLSearchParams, lang: string): Found<Row> {
  const { columns, filters = [], rows, aPage = A_PAGE } = spec;
  const sorts = columns.flatMap(({ key, sortBy }) => (sortBy === undefined ? [] : [key]));
  const state = readListState(query, { sorts, filters });
  const fitting = rows.filter((row) => fits(row, state, spec));
  const all = sorted(fitting, state, columns, lang);
  const pages = Math.max(1, Math.ceil(all.length / aPage));
  const page = Math.min(state.page, pages);
  const shown = all.slice((page - 1) * aPage, page * aPage);
  return { state, rows: shown, all, total: rows.length, page, pages };
}

/** What was found as the rows of a file: the header, then everything on all pages, in the order of the screen. */
export function fileRows<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): string[][] {
  const said = columns.flatMap(({ header, text }) => (text === undefined ? [] : [{ header, text }]));
  return [said.map(({ header }) => header), ...rows.map((row) => said.map(({ text }) => text(row)))];
}

function fits<Row>(row: Row, state: ListState, { columns, filters = [] }: ListSpec<Row>): boolean {
  const passes = filters.every(({ key, fits: passesOne }) => {
    const value = state.filters[key];
    return value === undefined || passesOne(row, value);
  });
  if (!passes || state.search === '') return passes;
  const said = columns.map(({ text }) => plain(text?.(row) ?? '')).join('\n');
  return plain(state.search)
    .split(/\s+/u)
    .every((word) => said.includes(word));
}

function sorted<Row>(
  rows: readonly Row[],
  { sort }: ListState,
  columns: readonly ListColumn<Row>[],
  lang: string,
): readonly Row[] {
  const sortBy = columns.find(({ key }) => key === sort?.key)?.sortBy;
  if (sortBy === undefined) return rows;
  const { compare } = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  const way = sort?.descending === true ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: sortBy(row) }));
  keyed.sort(
    ({ key: a }, { key: b }) =>
      way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))),
  );
  return keyed.map(({ row }) => row);
}

/** As people type when they look for something: without accents and in small letters; ɛ and ɔ for e and o. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ɛ', 'e')
    .replaceAll('ɔ', 'o')
    .replaceAll('ɲ', 'ny')
    .replaceAll('ŋ', 'ng');
