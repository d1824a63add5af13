import type { VNode } from 'preact';
import { stepOf } from '../step-of.ts';

export interface HeatCell {
  /** What shades it; `null` is hidden and hatched. */
  share: number | null;
  /** In words. */
  value: string;
}

interface HeatTableProps {
  /** Unique in the page. */
  id: string;
  caption: string;
  /** Above the names of the rows. */
  corner: string;
  columns: readonly string[];
  rows: readonly { label: string; cells: readonly HeatCell[] }[];
  /** What has the darkest shade. @default the largest share shown */
  most?: number;
}

/** A table whose cells are shaded by what they say. It is its own table: every cell says its value. */
export function HeatTable({ id, caption, corner, columns, rows, most }: HeatTableProps): VNode {
  const shares = rows.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0));
  const top = most ?? Math.max(0, ...shares);
  return (
    <div class="table-box" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table id={id} class="heat">
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="numeric">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map(({ share, value }, index) => (
                <td
                  key={index}
                  class={`numeric ${share === null ? 'hatched' : `shade-${String(stepOf(share, top))}`}`}
                >
                  <span>{value}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
