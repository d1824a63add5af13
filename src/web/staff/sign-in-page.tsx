import type { VNode } from 'preact';
import { Button, DoorPage, Field, type Flash, type LanguageChoice, Notice } from '../kit/index.ts';
import type { StaffTexts } from './texts.fr.ts';

interface SignInPageProps {
  texts: StaffTexts;
  languages?: LanguageChoice;
  notice?: Flash | undefined;
  email?: string;
  /** Where to go afterwards. */
  next?: string | undefined;
}

export function SignInPage({ texts, languages, notice, email, next }: SignInPageProps): VNode {
  const { signIn, fields } = texts;
  return (
    <DoorPage lang={texts.lang} languages={languages} title={signIn.title} lead={signIn.lead}>
      {notice === undefined ? null : (
        <Notice tone={notice.tone} live>
          <p>{notice.text}</p>
        </Notice>
      )}
      <form class="form" method="post" action="/staff/sign-in">
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
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
      </form>
      <p class="afterword">{signIn.lost}</p>
    </DoorPage>
  );
}
