import type { VNode } from 'preact';
import { Button, ButtonLink, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { Update } from '../model/update.ts';
import { ContentView } from './content-view.tsx';
import { Differences } from './differences.tsx';
import { countWords, itemPath, languageWords, type Page } from './page.ts';
import { updateStyles } from './styles.ts';

interface JudgeProps {
  page: Page;
  update: Update;
  /** What was typed as a reason, and whether it was refused. */
  reason?: { typed: string; wrong: boolean } | undefined;
}

/** Everything a verifier must see, and what they judge: the hash of it goes along with the judgement. */
export function VerifyPage({ page, update, reason }: JudgeProps): VNode {
  const { ctx, texts } = page;
  const { url } = update.content.source;
  return (
    <StaffPage {...ctx.frame} title={texts.verifyTitle} lead={texts.verifyLead} styles={updateStyles}>
      <BackToItem page={page} update={update} />
      <ContentView page={page} update={update} />
      {url === '' ? null : (
        <p>
          <ButtonLink look="quiet" href={url}>
            {texts.openSource}
          </ButtonLink>
        </p>
      )}
      <Differences page={page} update={update} />
      {update.state === 'submitted' ? (
        <form class="form decide" method="post" action={itemPath(update, '/verify')}>
          <input type="hidden" name="seen" value={update.hash} />
          <Button>{texts.verifySubmit}</Button>
        </form>
      ) : null}
      <section aria-labelledby="rejeter">
        <h2 id="rejeter">{texts.rejectTitle}</h2>
        <form class="form" method="post" action={itemPath(update, '/reject')}>
          <input type="hidden" name="seen" value={update.hash} />
          <Reason page={page} label={texts.rejectReason} reason={reason} />
          <Button look="danger">{texts.rejectSubmit}</Button>
        </form>
      </section>
    </StaffPage>
  );
}

/** Whom a publication reaches. */
export interface Reach {
  /** At once. */
  all: number;
  /** With the week's titles. */
  weekly: number;
  /** Of a correction: who received what it corrects. */
  had: number | undefined;
  /** It is night, and goes out at seven. */
  waits: boolean;
  /** By language, who get it in another one. */
  without: readonly { lang: string; n: number }[];
}

/** The last look before an item leaves: who will get it, and in which language. */
export function PublishPage({ page, update, subscribers }: JudgeProps & { subscribers: Reach }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.publishTitle} lead={texts.publishLead} styles={updateStyles}>
      <BackToItem page={page} update={update} />
      <ul class="reach">
        <li>
          <strong>{texts.publishTo(countWords(page, subscribers.all), subscribers.all)}</strong>
        </li>
        {subscribers.had === undefined ? null : (
          <li>
            <strong>
              {texts.correctTo(countWords(page, subscribers.had), versionBefore(update), subscribers.had)}
            </strong>
          </li>
        )}
        {subscribers.weekly === 0 ? null : (
          <li>{texts.publishWeekly(countWords(page, subscribers.weekly), subscribers.weekly)}</li>
        )}
        {subscribers.waits ? <li>{texts.publishAtSeven}</li> : null}
        {subscribers.without.map(({ lang, n }) => (
          <li key={lang}>{texts.publishWithout(languageWords(page, lang), countWords(page, n), n)}</li>
        ))}
      </ul>
      <ContentView page={page} update={update} />
      <form class="form decide" method="post" action={itemPath(update, '/publish')}>
        <input type="hidden" name="seen" value={update.hash} />
        <Button>{texts.publishSubmit}</Button>
      </form>
    </StaffPage>
  );
}

const versionBefore = ({ corrects }: Update): string => String(corrects?.version ?? 1);

function BackToItem({ page, update }: { page: Page; update: Update }): VNode {
  return (
    <p>
      <a href={itemPath(update)}>{page.texts.backToItem}</a>
    </p>
  );
}

function Reason({ page: { texts }, label, reason }: Omit<JudgeProps, 'update'> & { label: string }): VNode {
  return (
    <TextArea
      name="reason"
      label={label}
      hint={texts.reasonHint}
      rows={3}
      value={reason?.typed}
      error={reason?.wrong === true ? texts.reasonMissing : undefined}
    />
  );
}
