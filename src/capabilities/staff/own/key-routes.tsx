import { refusal } from '../../../domain/faults.ts';
import {
  type AccountParts,
  boundTo,
  checkEnrolment,
  enrolmentOptions,
  keyDuty,
  keysOf,
  OWN_ACCOUNT,
  ROLES,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { NewKeyPage } from './form-pages.tsx';
import { ownAccount } from './own-account.ts';
import { OWN } from './texts.ts';

/** Whoever adds or removes a key has just shown who they are. */
const FRESH = { roles: ROLES, beforeKey: true, confirm: 'always' } as const;

/** No control or format characters: a name must not turn the words around it (bidi overrides) or hide. */
const NAME = /^[^\p{C}]{1,40}$/u;

/** Enrolling and removing one's own security keys (T18). */
export function keyRoutes(
  parts: AccountParts,
  refused: (ctx: StaffContext, words: string) => Promise<StaffAnswer>,
): StaffRoute[] {
  return [
    {
      ...{ method: 'get', path: '/me/keys/new', ...FRESH },
      render: (ctx) => <NewKeyPage ctx={ctx} />,
    },
    {
      ...{ method: 'post', path: '/me/keys/options', ...FRESH },
      async act(ctx) {
        const { account, session } = await ownAccount(parts, ctx);
        const options = enrolmentOptions(parts, account, boundTo(session));
        if (options === undefined) throw refusal('no_keys_here', 'Browsers offer no keys at this address.');
        return { kind: 'json', status: 200, body: options };
      },
    },
    {
      ...{ method: 'post', path: '/me/keys', ...FRESH },
      act: add,
    },
    {
      ...{ method: 'post', path: '/me/keys/:key/remove', ...FRESH },
      act: remove,
    },
  ];

  async function add(ctx: StaffContext): Promise<StaffAnswer> {
    const { errors } = OWN[ctx.frame.lang];
    const { account, session } = await ownAccount(parts, ctx);
    const name = (ctx.form['name'] ?? '').trim().normalize('NFC');
    if (!NAME.test(name)) {
      const page = <NewKeyPage ctx={ctx} name={name.slice(0, 40)} error={errors.bad_name} />;
      return { kind: 'page', status: 400, page };
    }
    const answer = ctx.form['key'] ?? '';
    const enrol = await checkEnrolment(parts, account, { answer, name, bound: boundTo(session) });
    if (enrol !== undefined) await ctx.audit('staff.key_added', `staff/${account.id}`);
    if (enrol === undefined || !(await enrol())) {
      const page = <NewKeyPage ctx={ctx} name={name} refused={errors.bad_key} />;
      return { kind: 'page', status: 400, page };
    }
    // Who made the key has it in their hand.
    const now = parts.clock.now();
    await parts.sessions.confirm(session.key, { wakeAt: now, confirmedAt: now, keyAt: now });
    return { kind: 'see_other', to: OWN_ACCOUNT, flash: 'key_added' };
  }

  async function remove(ctx: StaffContext): Promise<StaffAnswer> {
    const { account } = await ownAccount(parts, ctx);
    const ref = ctx.params['key'] ?? '';
    const left = keysOf(account).filter((key) => key.ref !== ref);
    if (left.length === keysOf(account).length) throw refusal('not_found', 'There is no such key.');
    const after = { ...account, keys: left };
    if (keyDuty(after, { publicUrl: parts.publicUrl, now: parts.clock.now() }).kind !== 'none')
      return refused(ctx, OWN[ctx.frame.lang].errors.last_key);
    await ctx.audit('staff.key_removed', `staff/${account.id}`);
    await parts.accounts.removeKey(account.id, ref);
    return { kind: 'see_other', to: OWN_ACCOUNT, flash: 'key_removed' };
  }
}
