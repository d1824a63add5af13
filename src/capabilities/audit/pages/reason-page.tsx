import type { VNode } from 'preact';
import { StaffPage } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { auditStyles } from './styles.ts';
import { AUDIT } from './texts.ts';

/** What a colleague wrote as the reason for a look, where the list had none that fitted. */
export function ReasonPage({ ctx, words }: { ctx: StaffContext; words: string }): VNode {
  const texts = AUDIT[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.reasonTitle} styles={auditStyles}>
      <p>
        <a href="/staff/audit">{texts.back}</a>
      </p>
      <blockquote dir="auto">{words}</blockquote>
    </StaffPage>
  );
}
