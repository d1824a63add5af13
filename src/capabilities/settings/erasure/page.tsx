import type { VNode } from 'preact';
import { Button, Field, Select, StaffPage, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { shownIn } from '../shown.ts';
import { settingsStyles } from '../styles.ts';
import type { ErasureReason } from './reasons.ts';
import { ERASURE } from './texts.ts';

/** Fewer could be somebody in particular (S12). */
const K = 5;

/** An erasure by staff with the name of who did it. */
export interface LedgerRow {
  day: string;
  by: string | undefined;
  reason: ErasureReason;
}

export interface ErasurePageProps {
  ctx: StaffContext;
  ledger: readonly LedgerRow[];
  byThemselves: number;
  /** Why the search was refused; what was typed is never shown again. */
  error?: { field: 'who' | 'reason' | 'words'; words: string };
}

/** The search, and the ledger of what was erased. */
export function ErasurePage({ ctx, ledger, byThemselves, error }: ErasurePageProps): VNode {
  const texts = ERASURE[ctx.frame.lang];
  const { day, count } = shownIn(ctx.frame.lang);
  const few = byThemselves > 0 && byThemselves < K;
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={settingsStyles}>
      <section class="setting-part" aria-labelledby="chercher">
        <h2 id="chercher">{texts.findTitle}</h2>
        <SearchForm ctx={ctx} error={error} />
      </section>
      <section aria-labelledby="registre">
        <h2 id="registre">{texts.ledgerTitle}</h2>
        <p>{texts.ledgerLead(few ? texts.hidden : count(byThemselves))}</p>
        {ledger.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <Table
            id="effacements"
            caption={texts.ledgerCaption}
            rows={ledger}
            columns={[
              { key: 'day', header: texts.day, names: true, cell: (row) => day(row.day) },
              { key: 'reason', header: texts.reason, cell: (row) => texts.reasons[row.reason] },
              { key: 'by', header: texts.by, cell: (row) => row.by ?? texts.someone },
            ]}
          />
        )}
      </section>
    </StaffPage>
  );
}

function SearchForm({
  ctx,
  error,
}: Pick<ErasurePageProps, 'ctx'> & { error: ErasurePageProps['error'] }): VNode {
  const texts = ERASURE[ctx.frame.lang];
  const wrong = (field: string): string | undefined => (error?.field === field ? error.words : undefined);
  const reasons = Object.entries(texts.lookReasons).map(([value, label]) => ({ value, label }));
  return (
    <form class="form" method="post" action="/staff/erasure">
      <Field
        name="who"
        label={texts.who}
        hint={texts.whoHint}
        error={wrong('who')}
        autocomplete="off"
        maxLength={128}
      />
      <Select
        name="reason"
        label={texts.whyLook}
        error={wrong('reason')}
        options={[{ value: '', label: texts.choose }, ...reasons]}
      />
      <Field
        name="words"
        label={texts.words}
        error={wrong('words')}
        required={false}
        autocomplete="off"
        maxLength={200}
      />
      <Button>{texts.find}</Button>
    </form>
  );
}
