import type { ComponentChildren, VNode } from 'preact';

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  header: string;
  cell(row: Row): ComponentChildren;
  /** Right-aligned, digits of one width. */
  numeric?: boolean;
  /** The column that names the row; screen readers say it with every cell. */
  names?: boolean;
  /** Its header is a link that sorts by it; `sorted` where the rows are in its order. */
  sorting?: { href: string; sorted?: 'ascending' | 'descending' };
}

interface TableProps<Row> {
  /** Unique in the page. */
  id: string;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The caption is already said by a heading right above: keep it for screen readers only. */
  captionUnseen?: boolean;
  /** Where the caption is somebody's own words: their language. */
  captionLang?: string | undefined;
}

/** A table in a box that scrolls sideways by itself, by keyboard too: the page never does. */
export function Table<Row>(props: TableProps<Row>): VNode {
  const { id, caption, captionLang, columns, rows, captionUnseen = false } = props;
  const captionId = `${id}-caption`;
  return (
    <div class="table-box" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table id={id}>
        <caption id={captionId} class={captionUnseen ? 'unseen' : undefined} lang={captionLang}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column: { header, numeric, sorting } }: { column: Column<Row> }): VNode {
  return (
    <th scope="col" class={numeric === true ? 'numeric' : undefined} aria-sort={sorting?.sorted}>
      {sorting === undefined ? (
        header
      ) : (
        <a class="sort" href={sorting.href}>
          {header}
        </a>
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }): VNode {
  const numeric = column.numeric === true ? 'numeric' : undefined;
  if (column.names === true) {
    return (
      <th scope="row" class={numeric}>
        {column.cell(row)}
      </th>
    );
  }
  return <td class={numeric}>{column.cell(row)}</td>;
}
