import type { VNode } from 'preact';
import { Button, DoorPage, Field, Notice, useLang, useWords } from '../../kit/index.ts';
import { KeyButton, keyScripts, KEYS } from '../keys/index.ts';
import { STAFF } from '../texts.ts';
import type { Question } from './question.ts';

export const CONFIRM_PATH = '/staff/confirm';

interface ConfirmPageProps {
  question: Question;
  hasKey: boolean;
  /** Where to go afterwards. */
  next: string;
  /** The form that waits, sealed. */
  kept?: string | undefined;
  /** The form that waits brought a file, which no page can bring again. */
  fileLost?: boolean;
  wrong?: boolean;
}

/** Asks a person who is signed in to show again who they are. */
export function ConfirmPage(props: ConfirmPageProps): VNode {
  const { question, hasKey, next, kept, fileLost = false, wrong = false } = props;
  const { confirm } = useWords(KEYS);
  return (
    <DoorPage lang={useLang()} title={confirm.title} lead={confirm.leads[question]} scripts={keyScripts}>
      {wrong ? (
        <Notice tone="error" live>
          <p>{confirm.wrong}</p>
        </Notice>
      ) : null}
      {kept === undefined ? null : <p>{confirm.kept}</p>}
      {fileLost ? <p>{confirm.fileLost}</p> : null}
      <form class="form" method="post" action={CONFIRM_PATH} data-key-alone="">
        <input type="hidden" name="question" value={question} />
        <input type="hidden" name="next" value={next} />
        {kept === undefined ? null : <input type="hidden" name="kept" value={kept} />}
        {question === 'key' ? <NeedsScript /> : <Typed question={question} />}
        {hasKey ? (
          <KeyButton
            kind="get"
            options={`${CONFIRM_PATH}/options`}
            label={confirm.withKey}
            main={question === 'key'}
          />
        ) : null}
      </form>
      <p class="afterword">
        <a href="/staff">{confirm.cancel}</a>
      </p>
    </DoorPage>
  );
}

function NeedsScript(): VNode {
  const { confirm } = useWords(KEYS);
  return (
    <noscript>
      <p>{confirm.needsScript}</p>
    </noscript>
  );
}

function Typed({ question }: { question: 'password' | 'code' }): VNode {
  const { confirm } = useWords(KEYS);
  const { fields } = useWords(STAFF);
  return (
    <>
      <Field
        name="password"
        type="password"
        label={fields.password}
        autocomplete="current-password"
        autofocus
      />
      {question === 'code' ? (
        <Field
          name="code"
          label={fields.code}
          hint={fields.codeHint}
          inputMode="numeric"
          autocomplete="one-time-code"
        />
      ) : null}
      <Button>{confirm.submit}</Button>
    </>
  );
}
