import type { Request, Response } from 'express';
import { z } from 'zod';
import { emailKey, foldEmail } from './accounts.ts';
import { sendPage } from './answer.ts';
import { KeptPage, LONGEST_KEPT, openKept } from './confirm/index.ts';
import { credentialCheck, type SecondFactor } from './credentials.ts';
import { holdFor, signInDelays } from './delays.ts';
import { fieldsOf } from './form.ts';
import { beginHalfOpen, endHalfOpen, halfOpen } from './half-open.ts';
import { choiceAt, spokenIn } from './language.ts';
import { LONGEST_ANSWER, relyingPartyOf, signingOptions } from './keys/index.ts';
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
  /** What a security key is asked; the same for everyone, since it names nobody. */
  options: Step;
  attempt: Step;
  signOut: Step;
}

/** The pages about signing in and out. */
export function signInSteps(parts: StaffParts): SignInSteps {
  const check = credentialCheck(parts);
  const delays = signInDelays(parts.clock);
  const pause = parts.pause ?? sleep;
  const keys = relyingPartyOf(parts.publicUrl) !== undefined;

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
      sendPage(
        response,
        200,
        <SignInPage texts={texts} {...choiceAt(request)} notice={notice} next={wanted} keys={keys} />,
      );
    },

    async options(request, response) {
      const options = signingOptions(parts, 'sign-in', beginHalfOpen(parts, request, response));
      if (options === undefined) throw new Refused(404, 'no_keys_here');
      response.json(options);
    },

    async attempt(request, response) {
      const read = attemptForm.safeParse(fieldsOf(request));
      if (!read.success) throw new Refused(400, 'bad_form');
      const { next, kept, email, password } = read.data;
      const second = secondOf(read.data, request);
      const key = emailKey(parts.fingerprint, email);
      const known = knownBrowser(parts, request, email);
      const forgive = delays.admit({ address: request.ip ?? '', account: key.toString('hex'), known });
      await pause(holdFor(await parts.failures.count(key, parts.clock.now())));
      const account = await check({ email, password, second });
      if (account === undefined) {
        if (wantsProblem(request)) throw new Refused(401, 'wrong_credentials');
        const texts = STAFF[spokenIn(response)];
        const notice = { tone: 'error', text: texts.signIn.wrong } as const;
        sendPage(
          response,
          401,
          <SignInPage texts={texts} notice={notice} email={email} next={next} kept={kept} keys={keys} />,
        );
        return;
      }
      forgive();
      const { id, role, org } = account;
      const byKey = 'key' in second;
      await parts.audit.record({
        actor: { id, role, org },
        action: 'staff.signed_in',
        subject: `staff/${id}`,
        ...(byKey ? { detail: { by: 'key' } } : {}),
      });
      await parts.failures.clear(key);
      await openSession(parts, request, response, { account: id, byKey });
      if (byKey) endHalfOpen(response);
      rememberBrowser(parts, response, email);
      const form = openKept(parts, kept, id);
      if (form === undefined) response.redirect(303, safeNext(next, parts.publicUrl));
      else sendPage(response, 200, <KeptPage form={form} goOn={false} />);
    },

    async signOut(request, response) {
      await closeSession(parts, request);
      response.clearCookie(SESSION_COOKIE, COOKIE_OPTIONS);
      response.redirect(303, '/staff/sign-in?flash=signed-out');
    },
  };
}

/** Lengths before anything else: what is too long costs nothing and says nothing about accounts. */
const attemptForm = z
  .object({
    email: z.string().min(1).max(254).transform(foldEmail),
    password: z.string().min(1).max(PASSWORD_LONGEST),
    code: z.string().max(16).default(''),
    key: z.string().max(LONGEST_ANSWER).default(''),
    next: z.string().max(500).optional(),
    kept: z.string().max(LONGEST_KEPT).optional(),
  })
  .refine(({ code, key }) => code !== '' || key !== '');

/** A key's answer counts before a code: the page's script put it there a moment ago. */
const secondOf = ({ code, key }: { code: string; key: string }, request: Request): SecondFactor =>
  key === '' ? { code } : { key, purpose: 'sign-in', bound: halfOpen(request) ?? '' };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
