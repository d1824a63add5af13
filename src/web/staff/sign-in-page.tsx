import type { VNode } from 'preact';
import { Button, DoorPage, Field, type Flash, type LanguageChoice, Notice } from '../kit/index.ts';
import { KeyButton, keyScripts, KEYS } from './keys/index.ts';
import type { StaffTexts } from './texts.fr.ts';

interface SignInPageProps {
  texts: StaffTexts;
  languages?: LanguageChoice;
  notice?: Flash | undefined;
  email?: string;
  /** Where to go afterwards. */
  next?: string | undefined;
  /** A form that was sent after the session had ended, sealed. */
  kept?: string | undefined;
  /** Whether browsers offer security keys at our address. */
  keys: boolean;
}

export function SignInPage({ texts, languages, notice, email, next, kept, keys }: SignInPageProps): VNode {
  const { signIn, fields } = texts;
  const action = kept === undefined ? '/staff/sign-in' : '/staff/sign-in/resume';
  return (
    <DoorPage
      lang={texts.lang}
      languages={languages}
      title={signIn.title}
      lead={signIn.lead}
      scripts={keys ? keyScripts : []}
    >
      {notice === undefined ? null : (
        <Notice tone={notice.tone} live>
          <p>{notice.text}</p>
        </Notice>
      )}
      <form class="form" method="post" action={action}>
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        {kept === undefined ? null : <input type="hidden" name="kept" value={kept} />}
        <Field
          name="email"
          type="email"
          label={fields.email}
          value={email}
          autocomplete="username"
          autofocus={email === undefined}
        />
        <Field
          name="password"
          type="password"
          label={fields.password}
          autocomplete="current-password"
          autofocus={email !== undefined}
        />
        <Field
          name="code"
          label={fields.code}
          hint={fields.codeHint}
          inputMode="numeric"
          autocomplete="one-time-code"
        />
        <Button>{signIn.submit}</Button>
        {keys ? (
          <KeyButton kind="get" options="/staff/sign-in/options" label={KEYS[texts.lang].signIn} />
        ) : null}
      </form>
      <p class="afterword">{signIn.lost}</p>
    </DoorPage>
  );
}
