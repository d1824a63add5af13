import type { Column } from '../../../web/kit/index.ts';
import type { ShownCounts } from '../traffic/shown.ts';
import { COUNTED } from '../traffic/traffic.ts';
import type { Page } from './page.ts';

/** In the order a reader asks: who comes, what is said, what goes wrong, who leaves. */
export const ORDER = [
  'came',
  'in',
  'out',
  'failed',
  'stopped',
  'erased',
] as const satisfies readonly (typeof COUNTED)[number][];

/** The same as cells of a file. */
export const countCells = ({ count }: Page, counts: ShownCounts): string[] =>
  ORDER.map((what) => count(counts[what]));

/** One column for each thing that is counted; the same on the page and in the file. */
export const countColumns = <Row extends { counts: ShownCounts }>({ texts, count }: Page): Column<Row>[] =>
  ORDER.map((what) => ({
    key: what,
    header: texts.columns[what],
    numeric: true,
    cell: ({ counts }: Row): string => count(counts[what]),
  }));
