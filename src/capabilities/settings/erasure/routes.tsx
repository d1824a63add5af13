import type { Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { type Clock, dayOf, daysAfter } from '../../../domain/clock.ts';
import { eachLang } from '../../../web/kit/index.ts';
import {
  revealRefusal,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { ADMINS } from '../admins.ts';
import { AgainPage, type EraseError, FoundPage } from './found-page.tsx';
import type { Ledger } from './ledger-store.ts';
import { ErasurePage, type ErasurePageProps } from './page.tsx';
import { openPending, sealPending } from './pending.ts';
import type { People } from './ports.ts';
import { ERASURE_REASONS, isConfirmed } from './reasons.ts';
import { ERASURE } from './texts.ts';

/** Erasures by staff shown at a time. */
const LEDGER_SHOWN = 50;
const SINCE_DAYS = 30;
/** The shortest phone number and the longest id of a platform. */
const WHO = /^[^\p{C}]{5,128}$/u;

export interface ErasureDeps {
  people: People;
  ledger: Ledger;
  staffName: (account: string) => Promise<string | undefined>;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
}

/** Access and erasure by staff (T4): looked up one by one for a reason, never listed; erased with a typed word. */
export function erasureRoutes(deps: ErasureDeps): StaffRoute[] {
  const { people, ledger, sealer, clock } = deps;
  return [
    {
      ...{ method: 'get', path: '/erasure', roles: ADMINS, house: true },
      nav: {
        label: eachLang(ERASURE, ({ menu }) => menu),
        about: eachLang(ERASURE, ({ about }) => about),
        ...{ order: 10, under: 'data' },
      },
      flashes: {
        erased: { tone: 'success', text: eachLang(ERASURE, ({ erased }) => erased) },
        too_late: { tone: 'error', text: eachLang(ERASURE, ({ tooLate }) => tooLate) },
      },
      render: (ctx) => start(ctx),
    },
    {
      ...{ method: 'post', path: '/erasure', roles: ADMINS, house: true, reveals: true },
      act: search,
    },
    {
      ...{ method: 'post', path: '/erasure/erase', roles: ADMINS, house: true, confirm: 'with_key' },
      act: erase,
    },
  ];

  async function start(
    ctx: StaffContext,
    error?: ErasurePageProps['error'],
  ): Promise<ReturnType<typeof ErasurePage>> {
    const now = clock.now();
    const [rows, byThemselves] = await Promise.all([
      ledger.byStaff(LEDGER_SHOWN),
      ledger.byThemselves(daysAfter(dayOf(now), -SINCE_DAYS)),
    ]);
    const names = await namesOf(rows.map(({ by }) => by));
    const named = rows.map((row) => ({ ...row, by: names.get(row.by) }));
    return (
      <ErasurePage
        ctx={ctx}
        ledger={named}
        byThemselves={byThemselves}
        {...(error !== undefined && { error })}
      />
    );
  }

  async function search(ctx: StaffContext): Promise<StaffAnswer> {
    const texts = ERASURE[ctx.frame.lang];
    const refused = async (
      status: number,
      error: NonNullable<ErasurePageProps['error']>,
    ): Promise<StaffAnswer> => ({
      ...{ kind: 'page', status, page: await start(ctx, error) },
    });
    const { who = '', reason, words } = ctx.form;
    const typed = who.trim();
    if (!WHO.test(typed)) return refused(400, { field: 'who', words: texts.badWho });
    try {
      // Each number tried counts: nobody goes through a list of them.
      await ctx.reveal({ subject: `search/${shortOf(typed)}`, reason, words });
    } catch (cause) {
      const { status, words: why } = revealRefusal(cause, ctx.frame.lang);
      return refused(status, { field: reason === 'autre' ? 'words' : 'reason', words: why });
    }
    const found = await people.find(typed);
    if (found === undefined) return refused(404, { field: 'who', words: texts.nobody });
    const pending = sealPending(sealer, ctx.person.id, { persons: found.persons, at: clock.now() });
    return { kind: 'page', status: 200, page: <FoundPage ctx={ctx} found={found} pending={pending} /> };
  }

  async function erase(ctx: StaffContext): Promise<StaffAnswer> {
    const texts = ERASURE[ctx.frame.lang];
    const { pending: sealed = '', reason: chosen, confirm } = ctx.form;
    const now = clock.now();
    const pending = openPending(sealer, ctx.person.id, sealed, now);
    if (pending === undefined) return { kind: 'see_other', to: '/staff/erasure', flash: 'too_late' };
    const refused = (error: EraseError): StaffAnswer => ({
      ...{ kind: 'page', status: 400 },
      page: <AgainPage ctx={ctx} pending={sealed} error={error} />,
    });
    const reason = ERASURE_REASONS.find((one) => one === chosen);
    if (reason === undefined) return refused({ field: 'reason', words: texts.noReason });
    if (!isConfirmed(confirm)) return refused({ field: 'confirm', words: texts.notTyped });
    for (const person of pending.persons) {
      await ctx.audit('people.erased', `person/${person}`, { reason });
      await ledger.noteStaff(person, { day: dayOf(now), by: ctx.person.id, reason }, now);
      await people.erase(person);
    }
    return { kind: 'see_other', to: '/staff/erasure', flash: 'erased' };
  }

  /** Stands for what was typed in the record of the look; only the keyring can tell that two are the same. */
  function shortOf(typed: string): string {
    return deps.fingerprint('staff-search', typed).subarray(0, 12).toString('base64url');
  }

  async function namesOf(accounts: readonly string[]): Promise<Map<string, string | undefined>> {
    const names = [...new Set(accounts)].map(async (id) => [id, await deps.staffName(id)] as const);
    return new Map(await Promise.all(names));
  }
}
