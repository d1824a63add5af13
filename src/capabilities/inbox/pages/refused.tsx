import type { VNode } from 'preact';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import type { StaffAnswer } from '../../../web/staff/index.ts';
import type { Done, WhyNot } from '../ports.ts';
import { colleagueName, type Page, threadPath } from './page.ts';
import { inboxStyles } from './styles.ts';
import { notFound } from './thread-routes.tsx';

type Refusal = Extract<Done, { kind: 'refused' }>;

/**
 * Why it was not done, and the form again with what was typed. Nothing a citizen wrote stands here: only the thread's
 * own page shows that, and is recorded for it.
 */
export function refused(
  page: Page,
  id: string,
  refusal: Refusal,
  form?: (error: string) => VNode,
): StaffAnswer {
  if (refusal.why === 'no_thread') return notFound(page);
  const { ctx, texts } = page;
  const words = refusalWords(page, refusal);
  return {
    kind: 'page',
    status: statusOf(refusal.why),
    page: (
      <StaffPage {...ctx.frame} title={texts.refusedTitle} styles={inboxStyles}>
        {form === undefined ? (
          <Notice tone="error" live>
            <p>{words}</p>
          </Notice>
        ) : (
          form(words)
        )}
        <p>
          <a href={threadPath(id)}>{texts.backToThread}</a>
        </p>
      </StaffPage>
    ),
  };
}

export const refusalWords = (page: Page, { why, by }: Refusal): string =>
  why === 'taken' && by !== undefined ? page.texts.takenBy(colleagueName(page, by)) : page.texts.whyNot[why];

/** What was typed is at fault (400), the role is (403), or somebody or something was faster (409). */
export function statusOf(why: WhyNot): number {
  if (TYPED.has(why)) return 400;
  return why === 'not_allowed' ? 403 : 409;
}

const TYPED: ReadonlySet<WhyNot> = new Set<WhyNot>([
  ...(['empty', 'too_long', 'bad_tag', 'too_many_tags', 'bad_time'] as const),
  ...(['no_such_colleague', 'no_such_step'] as const),
]);
