import type { VNode } from 'preact';
import { Button, Field, Notice, Select, StaffPage, Table } from '../../../web/kit/index.ts';
import { MOST_NAME, ORGANISATION_KINDS } from '../organisation.ts';
import type { ListedOrganisation, Page } from './page.ts';
import { Sharing } from './sharing.tsx';
import { organisationStyles } from './styles.ts';

/** All organisations by name, what one's own shares, and the form for another one. */
export function ListPage({ page }: { page: Page }): VNode {
  const { ctx, texts, organisations, founds, refused } = page;
  const count = new Intl.NumberFormat(ctx.frame.lang).format(organisations.length);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={organisationStyles}>
      {refused === undefined ? null : (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <Table
        id="organisations"
        caption={texts.caption(count, organisations.length > 1)}
        rows={organisations}
        columns={[
          { key: 'name', header: texts.name, names: true, cell: (one) => <Name page={page} one={one} /> },
          { key: 'kind', header: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
        ]}
      />
      <Sharing page={page} />
      {founds ? <NewOrganisation page={page} /> : null}
    </StaffPage>
  );
}

function Name({ page: { ctx, texts, founds }, one }: { page: Page; one: ListedOrganisation }): VNode {
  const { id, name, empty } = one;
  return (
    <>
      {name}
      {id === ctx.person.org ? ` (${texts.yours})` : null}
      {empty ? ` · ${texts.empty}` : null}
      {empty && founds ? (
        <form method="post" action={`/staff/organisations/${id}/link`}>
          <Button look="quiet">{texts.newLink(name)}</Button>
        </form>
      ) : null}
    </>
  );
}

function NewOrganisation({ page: { texts, made } }: { page: Page }): VNode {
  return (
    <section class="organisation-part" aria-labelledby="nouvelle">
      <h2 id="nouvelle">{texts.newTitle}</h2>
      <p>{texts.newLead}</p>
      <form class="form" method="post" action="/staff/organisations">
        <Field
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          value={made?.values['name']?.slice(0, MOST_NAME)}
          error={made?.errors.name}
          autocomplete="off"
          maxLength={MOST_NAME}
        />
        <Select
          name="kind"
          label={texts.kind}
          value={made?.values['kind']}
          error={made?.errors.kind}
          options={ORGANISATION_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <Button>{texts.create}</Button>
      </form>
    </section>
  );
}
