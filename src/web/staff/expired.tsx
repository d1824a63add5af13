import type { Request, Response } from 'express';
import { sendPage } from './answer.ts';
import { keepForm } from './confirm/kept.ts';
import { fieldsOf } from './form.ts';
import { KEYS, relyingPartyOf } from './keys/index.ts';
import { spokenIn } from './language.ts';
import { safeNext } from './next.ts';
import type { StaffParts } from './parts.ts';
import { SignInPage } from './sign-in-page.tsx';
import { STAFF } from './texts.ts';

/**
 * Answers a form that came without a session that stands: the way in, and what was typed waits there. A form with a
 * file was not read; its person comes back to the page it stood on.
 * @param account whose session it came with, where that is known
 */
export function signInAgain(
  parts: StaffParts,
  request: Request,
  response: Response,
  account: string | undefined,
): void {
  const fields = fieldsOf(request);
  const typed = Object.keys(fields).length > 0;
  const kept = typed ? keepForm(parts, { action: request.originalUrl, fields }, account) : undefined;
  sendSignIn(parts, response, { kept, next: safeNext(request.get('referer'), parts.publicUrl) });
}

/** The same with a form that waits already. */
export function sendSignIn(
  parts: StaffParts,
  response: Response,
  { kept, next }: { kept: string | undefined; next: string },
): void {
  const lang = spokenIn(response);
  const notice =
    kept === undefined ? undefined : ({ tone: 'info', text: KEYS[lang].resume.expired } as const);
  const keys = relyingPartyOf(parts.publicUrl) !== undefined;
  const page = <SignInPage texts={STAFF[lang]} notice={notice} next={next} kept={kept} keys={keys} />;
  sendPage(response, 401, page);
}
