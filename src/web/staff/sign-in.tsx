import type { Request, Response } from 'express';
import { z } from 'zod';
import { emailKey, foldEmail } from './accounts.ts';
import { sendPage } from './answer.ts';
import { credentialCheck } from './credentials.ts';
import { holdFor, signInDelays } from './delays.ts';
import { fieldsOf } from './form.ts';
import { choiceAt, spokenIn } from './language.ts';
import { knownBrowser, rememberBrowser } from './known-browser.ts';
import { safeNext } from './next.ts';
import type { StaffParts } from './parts.ts';
import { PASSWORD_LONGEST } from './password.ts';
import { Refused } from './refused.ts';
import { wantsProblem } from './refusals.ts';
import { closeSession, COOKIE_OPTIONS, openSession, SESSION_COOKIE } from './sessions.ts';
import { SignInPage } from './sign-in-page.tsx';
import { STAFF } from './texts.ts';

type Step = (request: Request, response: Response) => Promise<void>;

interface SignInSteps {
  show: Step;
  attempt: Step;
  signOut: Step;
}

/** The pages about signing in and out. */
export function signInSteps(parts: StaffParts): SignInSteps {
  const check = credentialCheck(parts);
  const delays = signInDelays(parts.clock);
  const pause = parts.pause ?? sleep;

  return {
    async show(request, response) {
      const { next, flash } = request.query;
      const texts = STAFF[spokenIn(response)];
      const notice =
        flash === 'signed-out'
          ? ({ tone: 'success', text: texts.signIn.signedOut } as const)
          : (await parts.accounts.any())
            ? undefined
            : ({ tone: 'info', text: texts.signIn.firstRun } as const);
      const wanted = typeof next === 'string' ? safeNext(next, parts.publicUrl) : undefined;
      sendPage(response, 200, <SignInPage texts={texts} {...choiceAt(request)} notice={notice} next={wanted} />);
    },

    async attempt(request, response) {
      const read = attemptForm.safeParse(fieldsOf(request));
      if (!read.success) throw new Refused(400, 'bad_form');
      const { next, ...attempt } = read.data;
      const key = emailKey(parts.fingerprint, attempt.email);
      const known = knownBrowser(parts, request, attempt.email);
      const forgive = delays.admit({ address: request.ip ?? '', account: key.toString('hex'), known });
      await pause(holdFor(await parts.failures.count(key, parts.clock.now())));
      const account = await check(attempt);
      if (account === undefined) {
        if (wantsProblem(request)) throw new Refused(401, 'wrong_credentials');
        const texts = STAFF[spokenIn(response)];
        const notice = { tone: 'error', text: texts.signIn.wrong } as const;
        sendPage(
          response,
          401,
          <SignInPage texts={texts} notice={notice} email={attempt.email} next={next} />,
        );
        return;
      }
      forgive();
      const { id, role, org } = account;
      await parts.audit.record({
        actor: { id, role, org },
        action: 'staff.signed_in',
        subject: `staff/${id}`,
      });
      await parts.failures.clear(key);
      await openSession(parts, request, response, id);
      rememberBrowser(parts, response, attempt.email);
      response.redirect(303, safeNext(next, parts.publicUrl));
    },

    async signOut(request, response) {
      await closeSession(parts, request);
      response.clearCookie(SESSION_COOKIE, COOKIE_OPTIONS);
      response.redirect(303, '/staff/sign-in?flash=signed-out');
    },
  };
}

/** Lengths before anything else: what is too long costs nothing and says nothing about accounts. */
const attemptForm = z.object({
  email: z.string().min(1).max(254).transform(foldEmail),
  password: z.string().min(1).max(PASSWORD_LONGEST),
  code: z.string().min(1).max(16),
  next: z.string().max(500).optional(),
});

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
