import { Fault, refusal } from '../../../domain/faults.ts';
import { eachLang, findRows, type Found } from '../../../web/kit/index.ts';
import {
  type AccountParts,
  createStaff,
  type Credentials,
  flashesIn,
  isRegional,
  listFile,
  placeOf,
  qrImage,
  resetAccount,
  type Role,
  seedAddress,
  type StaffAccount,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { accountColumns, accountFilters } from './account-columns.tsx';
import { AccountPage } from './account-page.tsx';
import { CredentialsPage } from './credentials-page.tsx';
import { ListPage, type NewAccountForm } from './list-page.tsx';
import { lacksRegion, readNewAccount, readRole } from './new-account.ts';
import { readRegions, regionsDetail } from './regions-field.tsx';
import { ResetPage } from './reset-page.tsx';
import { shown, type ShownAccount } from './shown.ts';
import type { AccountTexts } from './texts.fr.ts';
import { ACCOUNTS } from './texts.ts';

const ADMINS: readonly Role[] = ['admin'];

/** The pages on which administrators keep the accounts of their own organisation (W11, T20). */
export function accountRoutes(parts: AccountParts): StaffRoute[] {
  return [
    {
      ...{ method: 'get', path: '/accounts', roles: ADMINS, reads: 'A' },
      nav: {
        label: eachLang(ACCOUNTS, ({ menu }) => menu),
        ...{ order: 90, under: 'people' },
        about: eachLang(ACCOUNTS, ({ about }) => about),
      },
      async render(ctx) {
        const found = await listed(ctx);
        return found.state.file ? (
          listFile('comptes', accountColumns(ctx), found)
        ) : (
          <ListPage ctx={ctx} found={found} />
        );
      },
    },
    {
      ...{ method: 'post', path: '/accounts', roles: ADMINS, confirm: 'with_key' },
      act: create,
    },
    {
      ...{ method: 'get', path: '/accounts/:account', roles: ADMINS, reads: 'A' },
      flashes: flashesIn('success', ACCOUNTS, ({ flashes }) => flashes),
      render: async (ctx) => <AccountPage ctx={ctx} account={shown(await find(ctx), parts)} />,
    },
    change('role', async (ctx, account) => {
      const role = readRole(ctx.form['role']);
      if (role === undefined) throw refusal('bad_role', 'No such role.');
      const regions = isRegional(role) ? readRegions(ctx.form) : undefined;
      if (lacksRegion(role, regions ?? [])) throw refusal('no_region', 'A coordinator has a region.');
      if (role !== account.role || String(regions) !== String(account.regions)) {
        const detail = { from: account.role, to: role, ...regionsDetail(regions) };
        await ctx.audit('staff.role_changed', `staff/${account.id}`, detail);
        await parts.accounts.change(account.id, { role, ...(regions && { regions }) });
      }
      return 'role';
    }),
    change('sessions', async (ctx, account) => {
      await ctx.audit('staff.sessions_ended', `staff/${account.id}`);
      await parts.sessions.closeAllOf(account.id);
      return 'sessions';
    }),
    change('suspension', async (ctx, account) => {
      const suspended = ctx.form['suspended'] !== 'no';
      if (suspended && account.id === ctx.person.id) throw refusal('not_yourself', 'Ask a colleague.');
      await ctx.audit(suspended ? 'staff.suspended' : 'staff.resumed', `staff/${account.id}`);
      await parts.accounts.change(account.id, { suspended });
      if (suspended) await parts.sessions.closeAllOf(account.id);
      return suspended ? 'suspended' : 'resumed';
    }),
    {
      ...{ method: 'get', path: '/accounts/:account/credentials', roles: ADMINS, reads: 'A' },
      render: async (ctx) => <ResetPage ctx={ctx} account={shown(await find(ctx), parts)} />,
    },
    {
      ...{
        method: 'post',
        path: '/accounts/:account/credentials',
        roles: ADMINS,
        reads: 'A',
        confirm: 'with_key',
      },
      async act(ctx) {
        const account = await find(ctx);
        const { id, role, org } = ctx.person;
        const credentials = await resetAccount(parts, account, { id, role, org });
        const email = parts.sealer.open(account.email, placeOf('email', account.id));
        return handover(ctx, shown(account, parts).name, email, credentials);
      },
    },
  ];

  /** What the address asks for, by name unless it says otherwise. */
  async function listed(ctx: StaffContext): Promise<Found<ShownAccount>> {
    const rows = (await parts.accounts.ofOrg(ctx.person.org)).map((account) => shown(account, parts));
    rows.sort((a, b) => a.name.localeCompare(b.name, ctx.frame.lang));
    const spec = { columns: accountColumns(ctx), filters: accountFilters(ctx), rows };
    return findRows(spec, ctx.query, ctx.frame.lang);
  }

  async function list(ctx: StaffContext, typed: NewAccountForm) {
    return <ListPage ctx={ctx} found={await listed(ctx)} typed={typed} />;
  }

  async function create(ctx: StaffContext): Promise<StaffAnswer> {
    const read = readNewAccount(ctx.form, ACCOUNTS[ctx.frame.lang]);
    if ('refused' in read) return { kind: 'page', status: 400, page: await list(ctx, read.refused) };
    const { wanted } = read;
    const { id, role, org } = ctx.person;
    try {
      const credentials = await createStaff(parts, { ...wanted, org }, { id, role, org });
      return await handover(ctx, wanted.name, wanted.email, credentials);
    } catch (cause) {
      if (!(cause instanceof Fault) || cause.code !== 'email_taken') throw cause;
      const typed = { ...wanted, errors: { email: ACCOUNTS[ctx.frame.lang].errors.email_taken } };
      return { kind: 'page', status: 409, page: await list(ctx, typed) };
    }
  }

  /** One change of one account; what is refused is said on its page. */
  function change(
    what: string,
    act: (ctx: StaffContext, account: StaffAccount) => Promise<keyof AccountTexts['flashes']>,
  ): StaffRoute {
    return {
      ...{ method: 'post', path: `/accounts/:account/${what}`, roles: ADMINS, confirm: 'with_key' },
      async act(ctx) {
        const account = await find(ctx);
        try {
          const flash = await act(ctx, account);
          return { kind: 'see_other', to: `/staff/accounts/${account.id}`, flash };
        } catch (cause) {
          const refused =
            cause instanceof Fault ? refusalText(cause.code, ACCOUNTS[ctx.frame.lang]) : undefined;
          if (refused === undefined) throw cause;
          const page = <AccountPage ctx={ctx} account={shown(account, parts)} refused={refused} />;
          return { kind: 'page', status: 409, page };
        }
      },
    };
  }

  /** Another organisation's account is as little there as one that never was (T36). */
  async function find({ params, person }: StaffContext): Promise<StaffAccount> {
    const account = await parts.accounts.byId(params['account'] ?? '');
    if (account?.org !== person.org) throw refusal('not_found', 'There is no such account.');
    return account;
  }
}

async function handover(
  ctx: StaffContext,
  name: string,
  email: string,
  credentials: Credentials,
): Promise<StaffAnswer> {
  const qr = await qrImage(seedAddress(credentials.totpSecret, email));
  const page = <CredentialsPage ctx={ctx} name={name} credentials={credentials} qr={qr} />;
  return { kind: 'page', status: 200, page };
}

const refusalText = (code: string, { errors }: AccountTexts): string | undefined =>
  code === 'last_admin' || code === 'not_yourself' || code === 'no_region' ? errors[code] : undefined;
