import type { VNode } from 'preact';
import { Button, EmptyState, type Found, ListTable, useWords } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { LetterRow } from '../ports.ts';
import { letterColumns, letterFilters } from './letter-columns.tsx';
import { DELIVERY } from './texts.ts';

interface LettersTableProps {
  ctx: StaffContext;
  rows: readonly LetterRow[];
  found: Found<LetterRow>;
}

/** What was laid aside, and the way to try all of it once more. */
export function LettersTable({ ctx, rows, found }: LettersTableProps): VNode {
  const texts = useWords(DELIVERY);
  const { lang } = ctx.frame;
  if (rows.length === 0)
    return (
      <EmptyState title={texts.none}>
        <p>{texts.noneWhat}</p>
      </EmptyState>
    );
  return (
    <>
      <ListTable
        id="letters"
        caption={texts.letters}
        captionUnseen
        path="/staff/delivery"
        file="/staff/delivery"
        columns={letterColumns(lang)}
        filters={letterFilters(rows, lang)}
        found={found}
      />
      <form method="post" action="/staff/delivery/replay">
        <Button look="quiet">{texts.replayAll}</Button>
      </form>
    </>
  );
}
