import type { VNode } from 'preact';
import { Button, ButtonLink, NothingHere, Notice, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { StaffAnswer } from '../../../web/staff/index.ts';
import type { Entry } from '../life/entry.ts';
import { Facts } from './entry-page.tsx';
import { entryPath, listPath, type Page, titleOf } from './page.ts';
import { approvedStyles } from './styles.ts';

interface JudgeProps {
  page: Page;
  entry: Entry;
  /** What was typed as a reason, and refused. */
  reason?: string | undefined;
}

/** Everything a second person must see, and what they judge: its hash goes along with the judgement. */
export function ApprovePage({ page, entry, reason }: JudgeProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.judgeTitle} lead={texts.judgeLead} styles={approvedStyles}>
      <Back page={page} entry={entry} />
      <Facts
        page={page}
        content={entry.content}
        {...(entry.live === undefined ? {} : { was: entry.live.content })}
      />
      <form class="form" method="post" action={entryPath(page, entry, '/approve')}>
        <input type="hidden" name="seen" value={entry.hash} />
        <Button>{texts.approve}</Button>
      </form>
      <section aria-labelledby="rendre">
        <h2 id="rendre">{texts.rejectTitle}</h2>
        <form class="form" method="post" action={entryPath(page, entry, '/reject')}>
          <input type="hidden" name="seen" value={entry.hash} />
          <Reason page={page} reason={reason} />
          <Button look="danger">{texts.reject}</Button>
        </form>
      </section>
    </StaffPage>
  );
}

export function WithdrawPage({ page, entry, reason }: JudgeProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.withdrawTitle} lead={texts.withdrawLead} styles={approvedStyles}>
      <Back page={page} entry={entry} />
      <h2 lang="fr">{titleOf(page, entry)}</h2>
      <form class="form" method="post" action={entryPath(page, entry, '/withdraw')}>
        <Reason page={page} reason={reason} />
        <Button look="danger">{texts.withdraw}</Button>
      </form>
    </StaffPage>
  );
}

/** The page for a move that was refused, and where to see how things stand. */
export function RefusedPage({ page, entry, code }: { page: Page; entry: Entry; code: string }): VNode {
  const { ctx, texts } = page;
  const why: Readonly<Record<string, string>> = texts.refused;
  return (
    <StaffPage {...ctx.frame} title={texts.refusedTitle} styles={approvedStyles}>
      <Notice tone="error" live>
        <p>{why[code] ?? texts.refused.wrong_state}</p>
      </Notice>
      <p>
        <ButtonLink href={entryPath(page, entry)}>{texts.see}</ButtonLink>
      </p>
    </StaffPage>
  );
}

export const notFound = (page: Page): StaffAnswer => ({
  kind: 'page',
  status: 404,
  page: (
    <NothingHere
      frame={page.ctx.frame}
      back={listPath(page)}
      texts={{ ...page.texts, back: page.words.back }}
    />
  ),
});

const Back = ({ page, entry }: JudgeProps): VNode => (
  <p>
    <a href={entryPath(page, entry)}>{page.words.back}</a>
  </p>
);

const Reason = ({ page: { texts }, reason }: Omit<JudgeProps, 'entry'>): VNode => (
  <TextArea
    name="reason"
    label={texts.reason}
    hint={texts.reasonHint}
    rows={3}
    value={reason}
    error={reason === undefined ? undefined : texts.reasonMissing}
  />
);
