import { Fault } from '../../../../domain/faults.ts';
import { NothingHere, RefusedMove } from '../../../../web/kit/index.ts';
import {
  flashesIn,
  onlyFields,
  pageAnswer,
  type Role,
  seenIn,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../../web/staff/index.ts';
import { surveyStyles } from '../../pages/styles.ts';
import type { PublishingDesk } from '../desk.ts';
import type { Frozen } from '../freeze.ts';
import type { PublicationsStore } from '../publications-store.ts';
import { PublishPage, publishPath } from './publish-page.tsx';
import { PUBLISHING } from './texts.ts';

/** Who reads what would be published, and may be either of the two people. */
export const PUBLISHERS: readonly Role[] = ['admin', 'analyst', 'editor', 'verifier'];

export interface PublishingPagesDeps {
  store: PublicationsStore;
  desk: PublishingDesk;
  /** What would be published now; `undefined`: no such survey, `null`: nobody has answered. */
  frozenOf: (survey: string) => Promise<Frozen | null | undefined>;
  /** A colleague's name by account id; `undefined` when the account is gone. */
  staffName: (account: string) => Promise<string | undefined>;
}

/** Where results are proposed, checked, published and taken back. */
export function publishingRoutes(deps: PublishingPagesDeps): StaffRoute[] {
  const { store, desk, frozenOf, staffName } = deps;
  const base = { roles: PUBLISHERS, house: true } as const;
  const act = (
    name: keyof typeof DONE,
    fields: readonly string[],
    run: (ctx: StaffContext, survey: string) => Promise<unknown>,
  ): StaffRoute => ({
    ...{ ...base, method: 'post', path: `/surveys/:survey/publish/${name}` },
    // What goes out in the campaign's name asks for the key; what takes it back must not wait for one.
    ...(name === 'publish' ? { confirm: 'with_key' as const } : {}),
    async act(ctx) {
      onlyFields(ctx, fields);
      const survey = ctx.params['survey'] ?? '';
      try {
        if ((await run(ctx, survey)) === NOTHING) return notFound(ctx);
      } catch (cause) {
        return refusedPage(ctx, survey, cause);
      }
      return { kind: 'see_other', to: publishPath(survey), flash: DONE[name] };
    },
  });
  return [
    {
      ...{ ...base, method: 'get', path: '/surveys/:survey/publish' },
      flashes: flashesIn('success', PUBLISHING, ({ flashes }) => flashes),
      async render(ctx) {
        const survey = ctx.params['survey'] ?? '';
        const [frozen, all] = [await frozenOf(survey), await store.of(survey)];
        if (frozen === undefined && all.length === 0) return notFound(ctx);
        const waits = all.find(({ state }) => state === 'proposed');
        const obstacle = frozen == null ? 'too_few' : await desk.obstacle(frozen);
        const waiting = waits && { publication: waits, name: await staffName(waits.proposed.by) };
        const latest = await store.latestOf(survey);
        return <PublishPage {...{ ctx, survey, latest, waiting, obstacle }} frozen={frozen ?? undefined} />;
      },
    },
    act('propose', [], async (ctx, survey) => {
      const frozen = await frozenOf(survey);
      if (frozen == null) return NOTHING;
      return desk.propose(ctx, frozen);
    }),
    act('publish', ['seen'], (ctx, survey) => desk.publish(ctx, survey, seenIn(ctx))),
    act('reject', ['seen'], (ctx, survey) => desk.reject(ctx, survey, seenIn(ctx))),
    act('withdraw', ['seen'], (ctx, survey) => desk.withdraw(ctx, survey, seenIn(ctx))),
  ];
}

const NOTHING = Symbol('nothing');

const DONE = {
  propose: 'proposed',
  publish: 'published',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const;

const STATUS: Readonly<Record<string, number>> = {
  own_work: 403,
  same_hands: 403,
  changed: 409,
  too_few: 409,
  too_close: 409,
  waits: 409,
};

function refusedPage({ frame }: StaffContext, survey: string, cause: unknown): StaffAnswer {
  const status = cause instanceof Fault ? STATUS[cause.code] : undefined;
  if (!(cause instanceof Fault) || status === undefined) throw cause;
  const texts = PUBLISHING[frame.lang];
  const why: Readonly<Record<string, string>> = { ...texts.obstacles, ...texts.refused };
  return pageAnswer(
    status,
    <RefusedMove
      {...{ frame, styles: surveyStyles, title: texts.refusedTitle, why: why[cause.code], last: undefined }}
      item={{ href: publishPath(survey), label: texts.link }}
    />,
  );
}

const notFound = ({ frame }: StaffContext): StaffAnswer =>
  pageAnswer(404, <NothingHere frame={frame} back="/staff/surveys" texts={PUBLISHING[frame.lang]} />);
