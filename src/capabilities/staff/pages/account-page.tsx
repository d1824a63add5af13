import type { ComponentChildren, VNode } from 'preact';
import { Button, ButtonLink, Notice, StaffPage } from '../../../web/kit/index.ts';
import { STAFF, type StaffContext } from '../../../web/staff/index.ts';
import { RoleSelect } from './list-page.tsx';
import { RegionsField } from './regions-field.tsx';
import type { ShownAccount } from './shown.ts';
import { accountStyles } from './styles.ts';
import { ACCOUNTS } from './texts.ts';

interface AccountPageProps {
  ctx: StaffContext;
  account: ShownAccount;
  /** Why the change was refused. */
  refused?: string;
}

/** One account: who it is, and what an administrator may do with it. */
export function AccountPage({ ctx, account, refused }: AccountPageProps): VNode {
  const texts = ACCOUNTS[ctx.frame.lang];
  const { name, email, role, regions, suspended } = account;
  const path = `/staff/accounts/${account.id}`;
  const lead = `${email} · ${STAFF[ctx.frame.lang].roles[role]} · ${suspended ? texts.suspended : texts.active}`;
  return (
    <StaffPage {...ctx.frame} title={name} lead={lead} styles={accountStyles}>
      <p>
        <a href="/staff/accounts">{texts.back}</a>
      </p>
      {refused === undefined ? null : (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <div class="account-forms">
        <Change id="son-role" title={texts.roleTitle} action={`${path}/role`}>
          <RoleSelect value={role} hint={texts.roleHint} />
          <RegionsField label={texts.regions} hint={texts.regionsHint} chosen={regions} />
          <Button look="quiet">{texts.changeRole}</Button>
        </Change>
        <Change
          id="connexions"
          title={texts.sessionsTitle}
          lead={texts.sessionsLead}
          action={`${path}/sessions`}
        >
          <Button look="quiet">{texts.endSessions}</Button>
        </Change>
        <Change
          id="acces"
          title={texts.suspendTitle}
          lead={suspended ? texts.resumeLead : texts.suspendLead}
          action={`${path}/suspension`}
        >
          <input type="hidden" name="suspended" value={suspended ? 'no' : 'yes'} />
          <Button look={suspended ? 'quiet' : 'danger'}>{suspended ? texts.resume : texts.suspend}</Button>
        </Change>
        <section aria-labelledby="nouveaux">
          <h2 id="nouveaux">{texts.resetTitle}</h2>
          <p>{texts.resetLead}</p>
          <ButtonLink look="danger" href={`${path}/credentials`}>
            {texts.reset}
          </ButtonLink>
        </section>
      </div>
    </StaffPage>
  );
}

interface ChangeProps {
  id: string;
  title: string;
  lead?: string;
  action: string;
  children: ComponentChildren;
}

const Change = ({ id, title, lead, action, children }: ChangeProps): VNode => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {lead === undefined ? null : <p>{lead}</p>}
    <form method="post" action={action}>
      {children}
    </form>
  </section>
);
