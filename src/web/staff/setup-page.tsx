import type { VNode } from 'preact';
import { Button, DoorPage, Field, type LanguageChoice } from '../kit/index.ts';
import type { StaffTexts } from './texts.fr.ts';

export interface SetupErrors {
  email?: string | undefined;
  name?: string | undefined;
  password?: string | undefined;
}

interface SetupPageProps {
  texts: StaffTexts;
  languages?: LanguageChoice;
  token: string;
  email?: string;
  name?: string;
  errors?: SetupErrors;
}

/** First step: who, and a password. */
export function SetupPage(props: SetupPageProps): VNode {
  const { texts, languages, token, email, name, errors = {} } = props;
  const { setup, fields } = texts;
  return (
    <DoorPage
      lang={texts.lang}
      languages={languages}
      title={setup.title}
      step={setup.stepOne}
      lead={setup.lead}
    >
      <form class="form" method="post" action="/staff/setup">
        <input type="hidden" name="token" value={token} />
        <Field
          name="email"
          type="email"
          label={fields.email}
          value={email}
          error={errors.email}
          autocomplete="username"
        />
        <Field
          name="name"
          label={fields.name}
          hint={fields.nameHint}
          value={name}
          error={errors.name}
          autocomplete="name"
        />
        <Field
          name="password"
          type="password"
          label={fields.password}
          hint={fields.newPasswordHint}
          error={errors.password}
          autocomplete="new-password"
        />
        <Button>{setup.submit}</Button>
      </form>
    </DoorPage>
  );
}

interface SecondFactorPageProps {
  texts: StaffTexts;
  token: string;
  /** The account to be, sealed; nothing is stored before the code is right. */
  pending: string;
  seed: string;
  qr: string;
  error?: string | undefined;
}

/** Second step: the seed as an image and as text, and a code that shows it arrived. */
export function SecondFactorPage({ texts, token, pending, seed, qr, error }: SecondFactorPageProps): VNode {
  const { setup, fields } = texts;
  return (
    <DoorPage lang={texts.lang} title={setup.scanTitle} step={setup.stepTwo} lead={setup.scanLead}>
      <p>{setup.scan}</p>
      <p>
        <img class="qr" src={qr} alt={setup.scanAlt} width="220" height="220" />
      </p>
      <p>
        {setup.type}
        <br />
        <code class="digits">
          {seed.match(/.{1,4}/g)?.map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </code>
      </p>
      <form class="form" method="post" action="/staff/setup/confirm">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="pending" value={pending} />
        <Field
          name="code"
          label={fields.code}
          hint={setup.confirm}
          error={error}
          inputMode="numeric"
          autocomplete="one-time-code"
        />
        <Button>{setup.confirmSubmit}</Button>
      </form>
    </DoorPage>
  );
}
