import type { Sealer } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import { refusal } from '../../../domain/faults.ts';
import { eachLang } from '../../../web/kit/index.ts';
import {
  flashesIn,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { type Checking, WAIVER_PLACE } from '../checklist.ts';
import { type HandLine, isByHand, isLine } from '../lines.ts';
import type { Marks } from '../marks-store.ts';
import { ReadinessPage } from './page.tsx';
import { READY } from './texts.ts';

/** Who prepares a campaign. */
export const PREPARE: readonly Role[] = ['admin', 'editor', 'verifier', 'organiser'];
/** Who says that something no data can tell is so. */
const TICKS: readonly Role[] = ['admin', 'editor', 'verifier'];
const WAIVES: readonly Role[] = ['admin'];

const SHORTEST_REASON = 10;
const LONGEST_REASON = 300;

export interface ReadinessPagesDeps {
  checking: Checking;
  marks: Marks;
  staffName: (account: string) => Promise<string | undefined>;
  sealer: Sealer;
  clock: Clock;
}

/** The checklist, its ticks, and the way around it (W15). Every tick goes into the audit. */
export function readinessRoutes(deps: ReadinessPagesDeps): StaffRoute[] {
  const { checking, marks, clock, sealer } = deps;
  return [
    {
      ...{ method: 'get', path: '/ready', roles: PREPARE, house: true },
      nav: {
        label: eachLang(READY, ({ menu }) => menu),
        about: eachLang(READY, ({ about }) => about),
        ...{ order: 10, under: 'house' },
      },
      flashes: flashesIn('success', READY, ({ flashes }) => flashes),
      render: (ctx) => page(ctx),
    },
    {
      ...{ method: 'post', path: '/ready/waiver', roles: WAIVES, house: true, confirm: 'with_key' },
      async act(ctx) {
        const reason = (ctx.form['reason'] ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
        const { length } = Array.from(reason);
        if (length < SHORTEST_REASON || length > LONGEST_REASON || /\p{C}/u.test(reason)) {
          const error = READY[ctx.frame.lang].waiverShort;
          return {
            kind: 'page',
            status: 400,
            page: await page(ctx, { typed: ctx.form['reason'] ?? '', error }),
          };
        }
        const now = clock.now();
        await ctx.audit('readiness.waived', 'readiness/waiver', { open: (await checking.read()).open });
        const sealed = sealer.seal(reason, WAIVER_PLACE);
        await marks.putWaiver({ by: ctx.person.id, at: now, reason: sealed }, dayOf(now));
        return changed('waived');
      },
    },
    {
      ...{ method: 'post', path: '/ready/waiver/end', roles: WAIVES, house: true },
      async act(ctx) {
        await ctx.audit('readiness.waiver_ended', 'readiness/waiver');
        await marks.remove('waiver');
        return changed('waiver_ended');
      },
    },
    {
      ...{ method: 'post', path: '/ready/:line', roles: TICKS, house: true },
      async act(ctx) {
        const line = handLineOf(ctx);
        const now = clock.now();
        if (ctx.form['done'] === 'no') {
          await ctx.audit('readiness.unticked', `readiness/${line}`);
          await marks.remove(line);
          return changed('unticked');
        }
        await ctx.audit('readiness.ticked', `readiness/${line}`);
        await marks.put(line, { by: ctx.person.id, at: now }, dayOf(now));
        return changed('ticked');
      },
    },
  ];

  async function page(ctx: StaffContext, refused: { typed?: string; error?: string } = {}) {
    const list = await checking.read();
    const accounts = [...list.lines.map(({ mark }) => mark), list.waiver].flatMap((mark) => mark?.by ?? []);
    const named = [...new Set(accounts)].map(async (id) => [id, await deps.staffName(id)] as const);
    const names = new Map(
      (await Promise.all(named)).flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])),
    );
    const { role } = ctx.person;
    return (
      <ReadinessPage
        {...{ ctx, list, names, ...refused }}
        ticks={TICKS.includes(role)}
        waives={WAIVES.includes(role)}
      />
    );
  }

  function changed(flash: string): StaffAnswer {
    checking.changed();
    return { kind: 'see_other', to: '/staff/ready', flash };
  }
}

/** @throws Fault `not_found`, or `line_computed` for one that nobody can tick */
function handLineOf({ params }: StaffContext): HandLine {
  const line = params['line'] ?? '';
  if (!isLine(line)) throw refusal('not_found', 'There is no such line.');
  if (!isByHand(line)) throw refusal('line_computed', 'This line is computed from the data.');
  return line;
}
