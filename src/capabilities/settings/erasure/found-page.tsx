import type { VNode } from 'preact';
import { Button, Field, Notice, Select, StaffPage, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { shownIn } from '../shown.ts';
import { settingsStyles } from '../styles.ts';
import type { FoundPerson } from './ports.ts';
import { ERASURE_REASONS } from './reasons.ts';
import { ERASURE } from './texts.ts';

interface FoundPageProps {
  ctx: StaffContext;
  found: FoundPerson;
  /** Who it is, sealed for this account. */
  pending: string;
}

/** How much is kept of the person who was found, and the form that erases them. */
export function FoundPage({ ctx, found, pending }: FoundPageProps): VNode {
  const texts = ERASURE[ctx.frame.lang];
  const { count } = shownIn(ctx.frame.lang);
  const rows = Object.entries(found.kept).filter(([kind]) => texts.kinds[kind] !== undefined);
  return (
    <StaffPage {...ctx.frame} title={texts.foundTitle} lead={texts.foundLead} styles={settingsStyles}>
      <p>{texts.on(found.channels.join(', '))}</p>
      <Table
        id="garde"
        caption={texts.what}
        captionUnseen
        rows={rows}
        columns={[
          { key: 'what', header: texts.what, names: true, cell: ([kind]) => texts.kinds[kind] },
          { key: 'n', header: texts.howMany, numeric: true, cell: ([, n]) => count(n) },
        ]}
      />
      <section aria-labelledby="effacer">
        <h2 id="effacer">{texts.eraseTitle}</h2>
        <p>{texts.eraseLead}</p>
        {found.persons.length < 2 ? null : (
          <Notice tone="warning">
            <p>{texts.shared(found.persons.length)}</p>
          </Notice>
        )}
        <EraseForm ctx={ctx} pending={pending} />
      </section>
    </StaffPage>
  );
}

/** The same form once more, where it was refused. */
export function AgainPage({
  ctx,
  pending,
  error,
}: Omit<FoundPageProps, 'found'> & { error: EraseError }): VNode {
  const texts = ERASURE[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.eraseTitle} lead={texts.eraseLead}>
      <EraseForm ctx={ctx} pending={pending} error={error} />
    </StaffPage>
  );
}

export interface EraseError {
  field: 'reason' | 'confirm';
  words: string;
}

function EraseForm({ ctx, pending, error }: Omit<FoundPageProps, 'found'> & { error?: EraseError }): VNode {
  const texts = ERASURE[ctx.frame.lang];
  return (
    <form class="form" method="post" action="/staff/erasure/erase">
      <input type="hidden" name="pending" value={pending} />
      <Select
        name="reason"
        label={texts.reason}
        error={error?.field === 'reason' ? error.words : undefined}
        options={[
          { value: '', label: texts.choose },
          ...ERASURE_REASONS.map((value) => ({ value, label: texts.reasons[value] })),
        ]}
      />
      <Field
        name="confirm"
        label={texts.type}
        error={error?.field === 'confirm' ? error.words : undefined}
        autocomplete="off"
        maxLength={16}
      />
      <Button look="danger">{texts.erase}</Button>
      <p>
        <a href="/staff/erasure">{texts.cancel}</a>
      </p>
    </form>
  );
}
