/** What an address asks of a list. All of it stands in the address, so that a link, a reload and "back" show the same. */
export interface ListState {
  /** Words to look for; empty for all. */
  search: string;
  sort?: { key: string; descending: boolean };
  /** Counted from 1; may lie behind the last page. */
  page: number;
  /** Chosen value by filter. */
  filters: Readonly<Record<string, string>>;
  /** The whole of what was found is wanted as a file. */
  file: boolean;
}

/** What a list can be asked; whatever else an address says is not there. */
export interface ListShape {
  /** Keys of the columns it sorts by. */
  sorts: readonly string[];
  filters: readonly { key: string; options: readonly { value: string }[] }[];
}

/** Nobody looks for more, and what is looked through is looked through for all of it. */
export const LONGEST_SEARCH = 100;

/** Reads leniently: a list shows what it can, so what is wrong or unknown is as if it was not asked for. */
export function readListState(query: URLSearchParams, { sorts, filters }: ListShape): ListState {
  const chosen = filters.flatMap(({ key, options }) => {
    const asked = query.get(key);
    return asked !== null && options.some(({ value }) => value === asked) ? [[key, asked] as const] : [];
  });
  const [, minus, key = ''] = /^(-?)(.*)$/u.exec(query.get('sort') ?? '') ?? [];
  const page = query.get('page') ?? '';
  return {
    search: (query.get('q') ?? '').trim().slice(0, LONGEST_SEARCH),
    ...(sorts.includes(key) && { sort: { key, descending: minus === '-' } }),
    page: /^[1-9]\d{0,6}$/u.test(page) ? Number(page) : 1,
    filters: Object.fromEntries(chosen),
    file: query.get('format') === 'csv',
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = ({ search, filters }: ListState): boolean =>
  search !== '' || Object.keys(filters).length > 0;

/**
 * The address of the same list with something changed. Whatever changes what is found begins at the first page again.
 * @param kept what else of the address the page lives by
 */
export function listAddress(
  path: string,
  kept: Readonly<Record<string, string>>,
  { search, sort, page, filters, file }: ListState,
): string {
  const fields = {
    ...kept,
    ...(search === '' ? {} : { q: search }),
    ...filters,
    ...(sort === undefined ? {} : { sort: sortWord(sort) }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(file ? { format: 'csv' } : {}),
  };
  const query = new URLSearchParams(fields).toString();
  return query === '' ? path : `${path}?${query}`;
}

export const sortWord = ({ key, descending }: NonNullable<ListState['sort']>): string =>
  `${descending ? '-' : ''}${key}`;
