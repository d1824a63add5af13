import { refusal } from '../../../domain/faults.ts';
import { eachLang } from '../../../web/kit/index.ts';
import {
  type AccountParts,
  flashesIn,
  hashPassword,
  keyDuty,
  OWN_ACCOUNT,
  PASSWORD_LONGEST,
  passwordFault,
  placeOf,
  relyingPartyOf,
  ROLES,
  STAFF,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { PasswordPage } from './form-pages.tsx';
import { keyRoutes } from './key-routes.tsx';
import { ownAccount } from './own-account.ts';
import { OwnPage } from './own-page.tsx';
import { refOf, shownKeys, shownSessions } from './shown.ts';
import { OWN } from './texts.ts';

/** Open to every role, and before the key that some owe. */
const OWN_ROUTE = { roles: ROLES, beforeKey: true } as const;

/** Everybody's own account: security keys, sessions, password (T18, T19, W11). */
export function ownRoutes(parts: AccountParts): StaffRoute[] {
  return [
    {
      ...{ method: 'get', path: '/me', ...OWN_ROUTE },
      nav: {
        label: eachLang(OWN, ({ menu }) => menu),
        ...{ order: 99, under: 'people' },
        about: eachLang(OWN, ({ about }) => about),
      },
      flashes: flashesIn('success', OWN, ({ flashes }) => flashes),
      render: (ctx) => page(ctx),
    },
    ...keyRoutes(parts, async (ctx, words) => ({
      kind: 'page',
      status: 409,
      page: await page(ctx, words),
    })),
    {
      ...{ method: 'post', path: '/me/sessions/others', ...OWN_ROUTE },
      async act(ctx) {
        const { account, session } = await ownAccount(parts, ctx);
        await ctx.audit('staff.sessions_ended', `staff/${account.id}`);
        await parts.sessions.closeOthersOf(account.id, session.key);
        return { kind: 'see_other', to: OWN_ACCOUNT, flash: 'others_ended' };
      },
    },
    {
      ...{ method: 'post', path: '/me/sessions/:session/end', ...OWN_ROUTE },
      async act(ctx) {
        const { account } = await ownAccount(parts, ctx);
        const wanted = ctx.params['session'] ?? '';
        const open = await parts.sessions.ofAccount(account.id);
        const found = open.find(({ key }) => refOf(key) === wanted);
        if (found === undefined) throw refusal('not_found', 'There is no such session.');
        await ctx.audit('staff.sessions_ended', `staff/${account.id}`, { n: 1 });
        await parts.sessions.close(found.key);
        return { kind: 'see_other', to: OWN_ACCOUNT, flash: 'session_ended' };
      },
    },
    {
      ...{ method: 'get', path: '/me/password', ...OWN_ROUTE, confirm: 'always' },
      render: (ctx) => <PasswordPage ctx={ctx} />,
    },
    {
      ...{ method: 'post', path: '/me/password', ...OWN_ROUTE, confirm: 'always' },
      act: changePassword,
    },
  ];

  async function page(ctx: StaffContext, refused?: string) {
    const { account, session } = await ownAccount(parts, ctx);
    const sessions = shownSessions(await parts.sessions.ofAccount(account.id), session.key);
    const owed = keyDuty({ ...account, keys: [] }, { publicUrl: parts.publicUrl, now: parts.clock.now() });
    return (
      <OwnPage
        ctx={ctx}
        keys={shownKeys(parts, account)}
        sessions={sessions}
        possible={relyingPartyOf(parts.publicUrl) !== undefined}
        required={owed.kind !== 'none'}
        {...(refused === undefined ? {} : { refused })}
      />
    );
  }

  async function changePassword(ctx: StaffContext): Promise<StaffAnswer> {
    const { account, session } = await ownAccount(parts, ctx);
    const password = ctx.form['password'] ?? '';
    const open = (field: 'email' | 'name'): string =>
      parts.sealer.open(account[field], placeOf(field, account.id));
    const fault =
      password.length > PASSWORD_LONGEST
        ? 'too_long'
        : passwordFault(password, [open('email'), open('name')]);
    if (fault !== undefined) {
      const error = STAFF[ctx.frame.lang].setup.password[fault];
      return { kind: 'page', status: 400, page: <PasswordPage ctx={ctx} error={error} /> };
    }
    const passwordHash = await hashPassword(password);
    await ctx.audit('staff.password_changed', `staff/${account.id}`);
    await parts.accounts.setPassword(account.id, passwordHash);
    await parts.sessions.closeOthersOf(account.id, session.key);
    return { kind: 'see_other', to: OWN_ACCOUNT, flash: 'password' };
  }
}
