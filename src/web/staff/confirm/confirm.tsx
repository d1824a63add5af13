import type { Request, Response } from 'express';
import { z } from 'zod';
import { sendPage } from '../answer.ts';
import { auditOf } from '../audit.ts';
import { secondFactor } from '../credentials.ts';
import { signInDelays } from '../delays.ts';
import { fieldsOf } from '../form.ts';
import { speak } from '../language.ts';
import { sendSignIn } from '../expired.tsx';
import { keysOf, LONGEST_ANSWER, signingOptions } from '../keys/index.ts';
import { safeNext } from '../next.ts';
import type { StaffParts } from '../parts.ts';
import { PASSWORD_LONGEST, passwordFits } from '../password.ts';
import type { Proof } from '../ports.ts';
import { Refused } from '../refused.ts';
import { wantsProblem } from '../refusals.ts';
import { standing, type Stands } from '../sessions.ts';
import { CONFIRM_PATH, ConfirmPage } from './confirm-page.tsx';
import { LONGEST_KEPT, keepForm, openKept } from './kept.ts';
import { KeptPage } from './kept-page.tsx';
import type { Question } from './question.ts';

type Step = (request: Request, response: Response) => Promise<void>;

export interface ConfirmSteps {
  show: Step;
  options: Step;
  attempt: Step;
  /** Ends a request that has to wait for its person to say again who they are. */
  ask(request: Request, response: Response, found: Stands, question: Question): void;
}

/** Asking a person who is signed in who they are, again; and going on where they were. */
export function confirmSteps(parts: StaffParts): ConfirmSteps {
  const delays = signInDelays(parts.clock);

  return {
    async show(request, response) {
      const found = await standing(parts, request);
      const { next, question } = request.query;
      const wanted = safeNext(typeof next === 'string' ? next : undefined, parts.publicUrl);
      if (found.kind === 'over') {
        response.redirect(303, `/staff/sign-in?next=${encodeURIComponent(wanted)}`);
        return;
      }
      page(response, 200, found, { question: readQuestion(question), next: wanted });
    },

    async options(request, response) {
      const found = await standing(parts, request);
      if (found.kind === 'over') throw new Refused(401, 'sign_in_first');
      const { session } = found;
      const options = signingOptions(parts, 'confirm', boundTo(session));
      if (options === undefined) throw new Refused(404, 'no_keys_here');
      response.json(options);
    },

    async attempt(request, response) {
      const read = attemptForm.safeParse(fieldsOf(request));
      if (!read.success) throw new Refused(400, 'bad_form');
      const { question, kept, next: wanted } = read.data;
      const next = safeNext(wanted, parts.publicUrl);
      const found = await standing(parts, request);
      if (found.kind === 'over') {
        if (wantsProblem(request)) throw new Refused(401, 'sign_in_first');
        sendSignIn(parts, response, { kept, next });
        return;
      }
      const proof = await prove(found, read.data);
      if (proof === undefined) {
        if (wantsProblem(request)) throw new Refused(401, 'wrong_credentials');
        page(response, 401, found, { question, next, kept, wrong: true });
        return;
      }
      await parts.sessions.confirm(found.session.key, proof);
      const form = openKept(parts, kept, found.account.id);
      if (form === undefined) response.redirect(303, next);
      else sendPage(response, 200, <KeptPage form={form} goOn />);
    },

    ask(request, response, found, question) {
      const next = safeNext(request.originalUrl, parts.publicUrl);
      if (request.method === 'POST') {
        const fields = fieldsOf(request);
        // A form with a file is not read before its person is known for certain.
        const fileLost = request.is('multipart/form-data') === 'multipart/form-data';
        const kept = fileLost
          ? undefined
          : keepForm(parts, { action: request.originalUrl, fields }, found.account.id);
        const back = fileLost ? safeNext(request.get('referer'), parts.publicUrl) : next;
        page(response, 401, found, { question, next: back, kept, fileLost });
        return;
      }
      response.redirect(303, `${CONFIRM_PATH}?question=${question}&next=${encodeURIComponent(next)}`);
    },
  };

  /** What was shown decides what it is worth, whatever was asked: only a password wakes and no more. */
  async function prove({ account, person, session }: Stands, given: Given): Promise<Proof | undefined> {
    const bound = boundTo(session);
    const forgive = delays.admit({ address: '', account: account.id, known: bound });
    const now = parts.clock.now();
    if (given.key !== '') {
      const spend = await secondFactor(parts, account, { key: given.key, purpose: 'confirm', bound });
      if (spend === undefined || !(await spend())) return undefined;
      forgive();
      await auditOf(parts.audit, person)('staff.confirmed', `staff/${account.id}`, { by: 'key' });
      return { wakeAt: now, confirmedAt: now, keyAt: now };
    }
    const fits = await passwordFits(account.passwordHash, given.password);
    const spend = given.code === '' ? NOTHING : await secondFactor(parts, account, { code: given.code });
    if (!fits || spend === undefined || !(await spend())) return undefined;
    forgive();
    if (given.code === '') return { wakeAt: now };
    await auditOf(parts.audit, person)('staff.confirmed', `staff/${account.id}`, { by: 'code' });
    return { wakeAt: now, confirmedAt: now };
  }

  function page(response: Response, status: number, found: Stands, shown: Shown): void {
    if (found.person.lang !== undefined) speak(response, found.person.lang);
    const hasKey = keysOf(found.account).length > 0;
    // The address may ask for what the account has not.
    const question = shown.question === 'key' && !hasKey ? 'code' : shown.question;
    sendPage(response, status, <ConfirmPage {...shown} question={question} hasKey={hasKey} />);
  }
}

type Shown = Omit<Parameters<typeof ConfirmPage>[0], 'hasKey'>;

/** A challenge given to one session serves no other. */
export const boundTo = ({ key }: Stands['session']): string => key.toString('hex');

const QUESTIONS = ['password', 'code', 'key'] as const satisfies readonly Question[];

const readQuestion = (text: unknown): Question => QUESTIONS.find((known) => known === text) ?? 'password';

const attemptForm = z.object({
  question: z.enum(QUESTIONS).default('password'),
  password: z.string().max(PASSWORD_LONGEST).default(''),
  code: z.string().max(16).default(''),
  key: z.string().max(LONGEST_ANSWER).default(''),
  next: z.string().max(2000).optional(),
  kept: z.string().max(LONGEST_KEPT).optional(),
});

type Given = Pick<z.output<typeof attemptForm>, 'password' | 'code' | 'key'>;

const NOTHING = (): Promise<boolean> => Promise.resolve(true);
