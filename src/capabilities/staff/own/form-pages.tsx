import type { ComponentChildren, VNode } from 'preact';
import { Button, Field, Notice, StaffPage } from '../../../web/kit/index.ts';
import { KeyButton, keyScripts, OWN_ACCOUNT, STAFF, type StaffContext } from '../../../web/staff/index.ts';
import { accountStyles } from '../pages/styles.ts';
import { OWN } from './texts.ts';

interface NewKeyPageProps {
  ctx: StaffContext;
  name?: string;
  error?: string | undefined;
  /** The browser's answer was no key of ours. */
  refused?: string | undefined;
}

/** Names a new key and has the browser make it. */
export function NewKeyPage({ ctx, name, error, refused }: NewKeyPageProps): VNode {
  const { keys } = OWN[ctx.frame.lang];
  return (
    <FormPage ctx={ctx} title={keys.newTitle} lead={keys.newLead} refused={refused}>
      <form class="form" method="post" action={`${OWN_ACCOUNT}/keys`}>
        <Field
          name="name"
          label={keys.newName}
          hint={keys.newNameHint}
          value={name}
          error={error}
          autocomplete="off"
          maxLength={40}
        />
        <KeyButton kind="create" options={`${OWN_ACCOUNT}/keys/options`} label={keys.submit} main />
        <noscript>
          <p>{keys.noScript}</p>
        </noscript>
      </form>
    </FormPage>
  );
}

/** Asks for a new password of one's own. */
export function PasswordPage({ ctx, error }: { ctx: StaffContext; error?: string | undefined }): VNode {
  const { password } = OWN[ctx.frame.lang];
  const { fields } = STAFF[ctx.frame.lang];
  return (
    <FormPage ctx={ctx} title={password.change} lead={password.lead}>
      <form class="form" method="post" action={`${OWN_ACCOUNT}/password`}>
        <Field
          name="password"
          type="password"
          label={password.label}
          hint={fields.newPasswordHint}
          error={error}
          autocomplete="new-password"
        />
        <Button>{password.submit}</Button>
      </form>
    </FormPage>
  );
}

interface FormPageProps {
  ctx: StaffContext;
  title: string;
  lead: string;
  refused?: string | undefined;
  children: ComponentChildren;
}

const FormPage = ({ ctx, title, lead, refused, children }: FormPageProps): VNode => (
  <StaffPage {...ctx.frame} title={title} lead={lead} styles={accountStyles} scripts={keyScripts}>
    <p>
      <a href={OWN_ACCOUNT}>{OWN[ctx.frame.lang].back}</a>
    </p>
    {refused === undefined ? null : (
      <Notice tone="error" live>
        <p>{refused}</p>
      </Notice>
    )}
    {children}
  </StaffPage>
);
