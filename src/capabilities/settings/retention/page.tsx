import type { VNode } from 'preact';
import { StaffPage, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { type Shown, shownIn } from '../shown.ts';
import type { RetentionRow } from './rows.ts';
import type { RetentionTexts } from './texts.fr.ts';
import { RETENTION } from './texts.ts';

/** How long everything is kept; the table of the code, with what each rule deleted last. */
export function RetentionPage({ ctx, rows }: { ctx: StaffContext; rows: readonly RetentionRow[] }): VNode {
  const texts = RETENTION[ctx.frame.lang];
  const shown = shownIn(ctx.frame.lang);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead}>
      <Table
        id="conservation"
        caption={texts.caption(shown.count(rows.length))}
        rows={rows}
        columns={[
          {
            key: 'what',
            header: texts.what,
            names: true,
            cell: ({ name }) => texts.names[name] ?? <code>{name}</code>,
          },
          {
            key: 'kept',
            header: texts.kept,
            cell: ({ days }) => (days === undefined ? texts.withPerson : spanOf(days, texts)),
          },
          { key: 'last', header: texts.last, cell: (row) => lastOf(row, texts, shown) },
          { key: 'reason', header: texts.reason, cell: ({ reason }) => <span lang="en">{reason}</span> },
        ]}
      />
    </StaffPage>
  );
}

/** Whole years as years: nobody reads 3,653 days. */
function spanOf(days: number, texts: RetentionTexts): string {
  const years = Math.round(days / YEAR_DAYS);
  return years > 1 && Math.abs(days - years * YEAR_DAYS) < 2 ? texts.years(years) : texts.days(days);
}

const YEAR_DAYS = 365.25;

function lastOf(row: RetentionRow, texts: RetentionTexts, { count, moment }: Shown): string {
  if (row.deletedAt !== undefined) return texts.lastOf(count(row.deleted ?? 0), moment(row.deletedAt));
  if (row.lookedAt !== undefined) return texts.nothingYet(moment(row.lookedAt));
  return row.byItself === true ? texts.continually : texts.notYet;
}
