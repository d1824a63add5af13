import type { VNode } from 'preact';
import { Button, StaffPage, TextArea } from '../../../web/kit/index.ts';
import { CAUSES } from '../model/causes.ts';
import type { Update } from '../model/update.ts';
import { countWords, itemPath, type Page, titleOf } from './page.ts';
import { updateStyles } from './styles.ts';

/** What was typed, and what of it was refused. */
export interface Withdrawing {
  typed: string;
  cause: string;
  wrong: 'reason' | 'cause' | undefined;
}

/** Takes an item back: what people are told is a choice, what colleagues read is typed. */
export function WithdrawPage({
  page,
  update,
  had,
  asked = { typed: '', cause: '', wrong: undefined },
}: {
  page: Page;
  update: Update;
  /** How many received it. */
  had: number;
  asked?: Withdrawing | undefined;
}): VNode {
  const { ctx, texts } = page;
  const { title, lang } = titleOf(page, update);
  const missing = asked.wrong === 'cause';
  return (
    <StaffPage {...ctx.frame} title={texts.withdrawTitle} lead={texts.withdrawLead} styles={updateStyles}>
      <p>
        <a href={itemPath(update)}>{texts.backToItem}</a>
      </p>
      <h2 lang={lang}>{title}</h2>
      <p>
        <strong>{texts.withdrawTo(countWords(page, had), had)}</strong>
      </p>
      <form class="form" method="post" action={itemPath(update, '/withdraw')}>
        <fieldset class={missing ? 'field-wrong' : undefined} aria-describedby="cause-aide">
          <legend>{texts.cause}</legend>
          <p class="field-hint" id="cause-aide">
            {texts.causeHint}
          </p>
          {missing ? (
            <p class="field-error" role="alert">
              {texts.causeMissing}
            </p>
          ) : null}
          {CAUSES.map((cause) => (
            <p key={cause} class="cause">
              <label>
                <input type="radio" name="cause" value={cause} required checked={asked.cause === cause} />{' '}
                {texts.causes[cause]}
              </label>
            </p>
          ))}
        </fieldset>
        <TextArea
          name="reason"
          rows={3}
          label={texts.withdrawReason}
          hint={texts.reasonHint}
          value={asked.typed}
          error={asked.wrong === 'reason' ? texts.reasonMissing : undefined}
        />
        <Button look="danger">{texts.withdrawSubmit}</Button>
      </form>
    </StaffPage>
  );
}
