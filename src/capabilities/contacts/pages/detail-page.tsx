import type { VNode } from 'preact';
import { Button, Notice, StaffPage, Table } from '../../../web/kit/index.ts';
import { ROW_REASONS } from '../reading/contact.ts';
import { CONTACTS_PATH, countOf, dayWords, type DetailProps, importPath } from './page.ts';
import { contactStyles } from './styles.ts';

/** What one file came to: how many may come, why others may not, and what can be done with it. */
export function DetailPage({ page }: { page: DetailProps }): VNode {
  const { ctx, texts, made, refused } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.detailTitle(dayWords(page, made.day))}
      lead={texts.detailLead(countOf(page, made.rows), countOf(page, made.good))}
      styles={contactStyles}
    >
      <p>
        <a href={CONTACTS_PATH}>{texts.backToList}</a>
      </p>
      {refused === undefined ? null : (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <p>
        <strong>{texts.channels[made.channel] ?? made.channel}</strong> · {texts.states[made.state]}
        {made.state === 'checked' || made.state === 'dropped'
          ? null
          : ` · ${texts.brought(countOf(page, page.brought))}`}
      </p>
      <Deeds page={page} />
      <Refused page={page} />
    </StaffPage>
  );
}

function Deeds({ page }: { page: DetailProps }): VNode | null {
  const { texts, made } = page;
  const to = (deed: string): string => `${CONTACTS_PATH}/${made.id}/${deed}`;
  if (made.state === 'checked')
    return (
      <section>
        {made.good === 0 ? null : <p>{texts.bringLead}</p>}
        <div class="contacts-deeds">
          {made.good === 0 ? null : (
            <form method="post" action={to('bring')}>
              <Button>{texts.bring(countOf(page, made.good))}</Button>
            </form>
          )}
          <form method="post" action={to('drop')}>
            <Button look="quiet">{texts.drop}</Button>
          </form>
        </div>
      </section>
    );
  if (made.state !== 'running' && made.state !== 'done') return null;
  return (
    <section>
      <p>{texts.undoLead}</p>
      <form method="post" action={to('undo')}>
        <Button look="danger">{texts.undo}</Button>
      </form>
    </section>
  );
}

function Refused({ page }: { page: DetailProps }): VNode {
  const { texts, made } = page;
  const rows = ROW_REASONS.filter((reason) => (made.refused[reason] ?? 0) > 0);
  if (rows.length === 0) return <p class="contacts-part">{texts.noneRefused}</p>;
  return (
    <section class="contacts-part">
      <Table
        id="refus"
        caption={texts.refusedCaption}
        rows={rows}
        columns={[
          { key: 'reason', header: texts.reasonHead, names: true, cell: (reason) => texts.reasons[reason] },
          {
            key: 'count',
            header: texts.countHead,
            numeric: true,
            cell: (reason) => countOf(page, made.refused[reason] ?? 0),
          },
        ]}
      />
      <p>
        <a href={`${importPath(made.id)}&format=csv`}>{texts.errorsFile}</a>
      </p>
    </section>
  );
}
