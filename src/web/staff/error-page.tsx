import type { VNode } from 'preact';
import { ButtonLink, DoorPage, type LanguageChoice, StaffPage, type StaffFrame } from '../kit/index.ts';
import type { StaffTexts } from './texts.fr.ts';

interface ErrorPageProps {
  texts: StaffTexts;
  status: number;
  code: string;
  /** Under which our log knows it; only for failures of ours. */
  id?: string | undefined;
  /** When the person is signed in the page keeps its navigation. */
  frame?: StaffFrame | undefined;
  languages?: LanguageChoice;
}

/** What went wrong and what to do next, without a word of what was sent. */
export function ErrorPage({ texts, status, code, id, frame, languages }: ErrorPageProps): VNode {
  const { errors } = texts;
  const known = status in errors.titles ? (status as keyof StaffTexts['errors']['titles']) : 500;
  const words = (
    <>
      <p>{errors.codes[code] ?? errors.advice[known]}</p>
      {id === undefined ? null : (
        <p>
          {errors.reference} <code>{id}</code>
        </p>
      )}
      <p class="actions">
        {frame === undefined ? (
          <ButtonLink href="/staff/sign-in">{errors.signIn}</ButtonLink>
        ) : (
          <ButtonLink href="/staff">{errors.back}</ButtonLink>
        )}
      </p>
    </>
  );
  const title = errors.titles[known];
  if (frame !== undefined) {
    return (
      <StaffPage {...frame} title={title}>
        {words}
      </StaffPage>
    );
  }
  return (
    <DoorPage lang={texts.lang} languages={languages} title={title}>
      {words}
    </DoorPage>
  );
}
