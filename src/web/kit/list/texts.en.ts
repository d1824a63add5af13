import type { ListTexts } from './texts.fr.ts';

/** Words of lists, in English. */
export const LIST_EN: ListTexts = {
  search: 'Search',
  any: 'All',
  apply: 'Filter',
  clear: 'Show all',
  count: (found, n, total) =>
    `${found} ${n === 1 ? 'result' : 'results'}${total === undefined ? '' : ` of ${total}`}`,
  nothing: 'Nothing matches',
  nothingWhat: 'Nothing of this list matches these criteria.',
  file: 'List as CSV',
  fileFound: 'These rows as CSV',
  pages: 'Pages',
  previous: 'Previous page',
  next: 'Next page',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};
