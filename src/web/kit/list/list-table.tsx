import type { VNode } from 'preact';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language-context.ts';
import { type Column, Table } from '../table.tsx';
import type { Found, ListColumn, ListFilter } from './find-rows.ts';
import { ListBar, ListCount, type ListPlace } from './list-bar.tsx';
import { ListPages } from './list-pages.tsx';
import { isNarrowed, listAddress, type ListState } from './list-state.ts';
import { LIST } from './texts.ts';

interface ListTableProps<Row> extends ListPlace {
  /** Unique in the page. */
  id: string;
  caption: string;
  captionUnseen?: boolean;
  columns: readonly ListColumn<Row>[];
  filters?: readonly Omit<ListFilter<Row>, 'fits'>[];
  found: Found<Row>;
  /** Path of the file with exactly what is found; that of the page itself answers `format=csv`. */
  file?: string;
}

/** From so many rows on there is something to look for. */
const BAR_FROM = 8;

/** A table that is filtered, searched, sorted and paged by links and one form, without scripts. */
export function ListTable<Row>(props: ListTableProps<Row>): VNode {
  const { id, caption, captionUnseen, columns, filters = [], found, path, kept = {}, file } = props;
  const { state } = found;
  const texts = useWords(LIST);
  const place = { path, kept, state };
  return (
    <>
      {found.total >= BAR_FROM || isNarrowed(state) ? <ListBar {...place} filters={filters} /> : null}
      {found.all.length === 0 ? (
        <EmptyState title={texts.nothing}>
          <p>{texts.nothingWhat}</p>
        </EmptyState>
      ) : (
        <>
          <ListCount {...place} found={found.all.length} total={found.total} file={file} />
          <Table
            id={id}
            caption={caption}
            captionUnseen={captionUnseen ?? false}
            rows={found.rows}
            columns={columns.map((column) => headed(column, place, found.all.length))}
          />
        </>
      )}
      <ListPages
        page={found.page}
        pages={found.pages}
        href={(page) => listAddress(path, kept, { ...state, page })}
      />
    </>
  );
}

/** A column whose header sorts. A second press turns the order round. */
function headed<Row>(
  column: ListColumn<Row>,
  { path, kept, state }: Required<ListPlace> & { state: ListState },
  rows: number,
): Column<Row> {
  if (column.sortBy === undefined || rows < 2) return column;
  const sorted = state.sort?.key === column.key ? state.sort : undefined;
  const sort = { key: column.key, descending: sorted?.descending === false };
  return {
    ...column,
    sorting: {
      href: listAddress(path, kept, { ...state, sort, page: 1 }),
      ...(sorted && { sorted: sorted.descending ? ('descending' as const) : ('ascending' as const) }),
    },
  };
}
