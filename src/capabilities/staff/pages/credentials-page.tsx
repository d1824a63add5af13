import type { ComponentChildren, VNode } from 'preact';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import type { Credentials, StaffContext } from '../../../web/staff/index.ts';
import { accountStyles } from './styles.ts';
import { ACCOUNTS } from './texts.ts';

interface CredentialsPageProps {
  ctx: StaffContext;
  name: string;
  credentials: Credentials;
  /** The second factor as an image. */
  qr: string;
}

/** New credentials, shown once: the answer of the form itself, so that no address leads back to them. */
export function CredentialsPage({ ctx, name, credentials, qr }: CredentialsPageProps): VNode {
  const texts = ACCOUNTS[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.credentialsTitle} styles={accountStyles}>
      <Notice tone="warning" live>
        <p>{texts.credentialsLead(name)}</p>
      </Notice>
      <dl class="handover">
        <Given label={texts.signInAt}>
          <a href={credentials.url}>{credentials.url}</a>
        </Given>
        <Given label={texts.password}>
          <code class="digits">{credentials.password}</code>
        </Given>
        <Given label={texts.secret}>
          <code class="digits">
            {credentials.totpSecret.match(/.{1,4}/g)?.map((group, index) => (
              <span key={index}>{group}</span>
            ))}
          </code>
        </Given>
      </dl>
      <p>
        <img class="qr" src={qr} alt={texts.qrAlt} width="220" height="220" />
      </p>
      <p>
        <a href="/staff/accounts">{texts.back}</a>
      </p>
    </StaffPage>
  );
}

const Given = ({ label, children }: { label: string; children: ComponentChildren }): VNode => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
