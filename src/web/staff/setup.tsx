import type { Request, Response } from 'express';
import { z } from 'zod';
import { foldEmail, isEmail, sealAccount } from './accounts.ts';
import { sendPage } from './answer.ts';
import { fieldsOf } from './form.ts';
import { choiceAt, spokenIn } from './language.ts';
import { rememberBrowser } from './known-browser.ts';
import type { StaffParts } from './parts.ts';
import { hashPassword, PASSWORD_LONGEST, passwordFault } from './password.ts';
import { Refused } from './refused.ts';
import { openSession } from './sessions.ts';
import { openSetup, takeSetupLink } from './setup-link.ts';
import { SecondFactorPage, type SetupErrors, SetupPage } from './setup-page.tsx';
import type { StaffTexts } from './texts.fr.ts';
import { STAFF } from './texts.ts';
import { newSeed, qrImage, seedAddress, stepOf } from './totp.ts';

type Step = (request: Request, response: Response) => Promise<void>;

interface SetupSteps {
  show: Step;
  begin: Step;
  confirm: Step;
}

/**
 * The first administrator. Between the two steps the account to be travels sealed in the form and nothing is stored, so
 * an unfinished attempt blocks nobody; the link is taken at the end, by whoever comes first.
 */
export function setupSteps(parts: StaffParts): SetupSteps {
  return {
    async show(request, response) {
      const { token } = request.query;
      if (typeof token !== 'string' || (await openSetup(parts, token)) === undefined)
        throw new Refused(404, 'setup_closed');
      const texts = STAFF[spokenIn(response)];
      sendPage(response, 200, <SetupPage texts={texts} {...choiceAt(request)} token={token} />);
    },

    async begin(request, response) {
      const { token, ...who } = read(whoForm, request);
      if ((await openSetup(parts, token)) === undefined) throw new Refused(404, 'setup_closed');
      const texts = STAFF[spokenIn(response)];
      const errors = errorsOf(who, texts);
      if (Object.values(errors).some((error) => error !== undefined)) {
        const { email, name } = who;
        sendPage(
          response,
          400,
          <SetupPage texts={texts} token={token} email={email} name={name} errors={errors} />,
        );
        return;
      }
      const { password, ...kept } = who;
      const plan = { ...kept, passwordHash: await hashPassword(password), seed: newSeed(parts.chance) };
      await showSecondFactor(response, 200, token, plan);
    },

    async confirm(request, response) {
      const { token, pending, code } = read(confirmForm, request);
      const plan = openPlan(token, pending);
      const totpStep = stepOf(plan.seed, code, parts.clock.now());
      if (totpStep === undefined) {
        await showSecondFactor(response, 400, token, plan, 'wrongCode');
        return;
      }
      const org = await openSetup(parts, token);
      if (org === undefined || !(await takeSetupLink(parts, token))) throw new Refused(409, 'setup_taken');
      const account = sealAccount(parts, { ...plan, totpStep, role: 'admin', org });
      const { id, role } = account;
      const entry = { actor: { id, role, org }, subject: `staff/${id}` };
      await parts.audit.record({
        ...entry,
        action: 'staff.created',
        detail: { role, org, by: 'first-link' },
      });
      await parts.accounts.add(account);
      await parts.audit.record({ ...entry, action: 'staff.signed_in' });
      await openSession(parts, request, response, { account: account.id });
      rememberBrowser(parts, response, plan.email);
      response.redirect(303, '/staff');
    },
  };

  async function showSecondFactor(
    response: Response,
    status: number,
    token: string,
    plan: Plan,
    wrong?: 'wrongCode',
  ): Promise<void> {
    const pending = parts.sealer.seal(JSON.stringify(plan), planPlace(token)).toString('base64url');
    const qr = await qrImage(seedAddress(plan.seed, plan.email));
    const texts = STAFF[spokenIn(response)];
    const page = (
      <SecondFactorPage
        texts={texts}
        token={token}
        pending={pending}
        seed={plan.seed}
        qr={qr}
        error={wrong && texts.setup[wrong]}
      />
    );
    sendPage(response, status, page);
  }

  function openPlan(token: string, pending: string): Plan {
    let opened: string;
    try {
      opened = parts.sealer.open(Buffer.from(pending, 'base64url'), planPlace(token));
    } catch {
      throw new Refused(400, 'bad_form');
    }
    return JSON.parse(opened) as Plan;
  }

  /** Bound to the link: a plan made under another link does not open. */
  function planPlace(token: string): string {
    return `staff/setup/${parts.fingerprint('staff-setup', token).toString('hex')}`;
  }
}

interface Plan {
  email: string;
  name: string;
  passwordHash: string;
  seed: string;
}

const whoForm = z.object({
  token: z.string().max(64),
  email: z.string().max(254).transform(foldEmail),
  name: z
    .string()
    .max(200)
    .transform((name) => name.trim().normalize('NFC')),
  /** A longer one is said to be too long; one that is absurd is not even looked at. */
  password: z.string().max(PASSWORD_LONGEST * 4),
});

const confirmForm = z.object({
  token: z.string().max(64),
  pending: z.string().max(8192),
  code: z.string().max(16),
});

function read<T>(form: z.ZodType<T>, request: Request): T {
  const parsed = form.safeParse(fieldsOf(request));
  if (!parsed.success) throw new Refused(400, 'bad_form');
  return parsed.data;
}

function errorsOf(
  who: { email: string; name: string; password: string },
  { setup }: StaffTexts,
): SetupErrors {
  const fault = passwordFault(who.password, [who.email, who.name]);
  return {
    email: isEmail(who.email) ? undefined : setup.badEmail,
    name: NAME.test(who.name) ? undefined : setup.badName,
    password: fault === undefined ? undefined : setup.password[fault],
  };
}

/** No control or format characters: a name must not turn the words around it (bidi overrides) or hide. */
const NAME = /^[^\p{C}]{1,80}$/u;
