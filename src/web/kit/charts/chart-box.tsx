import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../language-context.ts';
import { type Column, Table } from '../table.tsx';
import { CHARTS } from './texts.ts';

interface ChartBoxProps<Row> {
  /** Unique in the page; the table's id. */
  id: string;
  /** What is drawn. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  children: ComponentChildren;
}

/** A chart with its table behind it, for pages that do not show the table beside it anyway. */
export function ChartBox<Row>({ id, caption, columns, rows, children }: ChartBoxProps<Row>): VNode {
  return (
    <figure class="chart-box">
      {children}
      <details>
        <summary>{useWords(CHARTS).table}</summary>
        <Table id={id} caption={caption} captionUnseen columns={columns} rows={rows} />
      </details>
    </figure>
  );
}
