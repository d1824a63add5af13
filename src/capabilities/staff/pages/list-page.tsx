import type { VNode } from 'preact';
import { Button, Field, type Found, ListTable, Select, StaffPage, useWords } from '../../../web/kit/index.ts';
import { ROLES, STAFF, type StaffContext } from '../../../web/staff/index.ts';
import { accountColumns, accountFilters } from './account-columns.tsx';
import { RegionsField } from './regions-field.tsx';
import type { ShownAccount } from './shown.ts';
import { accountStyles } from './styles.ts';
import { ACCOUNTS } from './texts.ts';

export interface NewAccountForm {
  email: string;
  name: string;
  role: string;
  regions: readonly string[];
  errors: { email?: string; name?: string; role?: string; regions?: string };
}

interface ListPageProps {
  ctx: StaffContext;
  found: Found<ShownAccount>;
  /** What was typed, where it was refused. */
  typed?: NewAccountForm;
}

/** Everyone who may enter, and the form for one more. */
export function ListPage({ ctx, found, typed }: ListPageProps): VNode {
  const texts = ACCOUNTS[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={accountStyles}>
      <ListTable
        id="comptes"
        caption={texts.caption(found.all.length)}
        captionUnseen
        path="/staff/accounts"
        file="/staff/accounts"
        columns={accountColumns(ctx)}
        filters={accountFilters(ctx)}
        found={found}
      />
      <section aria-labelledby="nouveau">
        <h2 id="nouveau">{texts.newTitle}</h2>
        <NewAccount typed={typed} />
      </section>
    </StaffPage>
  );
}

function NewAccount({ typed }: { typed: NewAccountForm | undefined }): VNode {
  const texts = useWords(ACCOUNTS);
  return (
    <form class="form" method="post" action="/staff/accounts">
      <Field
        name="email"
        type="email"
        label={texts.email}
        hint={texts.emailHint}
        value={typed?.email}
        error={typed?.errors.email}
        autocomplete="off"
        maxLength={254}
      />
      <Field
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        value={typed?.name}
        error={typed?.errors.name}
        autocomplete="off"
        maxLength={80}
      />
      <RoleSelect value={typed?.role ?? 'viewer'} error={typed?.errors.role} />
      <RegionsField
        label={texts.regions}
        hint={texts.regionsHint}
        chosen={typed?.regions ?? []}
        error={typed?.errors.regions}
      />
      <Button>{texts.create}</Button>
    </form>
  );
}

export function RoleSelect({
  value,
  hint,
  error,
}: {
  value: string;
  hint?: string;
  error?: string | undefined;
}): VNode {
  const texts = useWords(ACCOUNTS);
  const { roles } = useWords(STAFF);
  const options = ROLES.map((role) => ({ value: role, label: roles[role] }));
  return <Select name="role" label={texts.role} options={options} value={value} hint={hint} error={error} />;
}
