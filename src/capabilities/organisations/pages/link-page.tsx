import type { VNode } from 'preact';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { organisationStyles } from './styles.ts';
import { ORGANISATIONS_TEXTS } from './texts.ts';

/** The link of a first administrator, shown once: the answer of the form itself, so that no address leads back to it. */
export function LinkPage({ ctx, name, link }: { ctx: StaffContext; name: string; link: string }): VNode {
  const texts = ORGANISATIONS_TEXTS[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.linkTitle(name)} styles={organisationStyles}>
      <Notice tone="warning" live>
        <p>{texts.linkLead}</p>
      </Notice>
      <p class="setup-link">
        <code>{link}</code>
      </p>
      <p>
        <a href="/staff/organisations">{texts.back}</a>
      </p>
    </StaffPage>
  );
}
