import type { VNode } from 'preact';
import { findRows, NothingHere } from '../../../../web/kit/index.ts';
import {
  flashesIn,
  listFile,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../../web/staff/index.ts';
import type { Page } from '../../pages/page.ts';
import type { EditionDesk, EditionLine, Offer } from '../ports.ts';
import { ComparePage } from './compare-page.tsx';
import { decided } from './decided.ts';
import type { Refused } from './decide.tsx';
import { DraftPage } from './draft-page.tsx';
import { EditionPage } from './edition-page.tsx';
import { editionColumns, EditionsPage } from './editions-page.tsx';
import type { PublishingPage } from './page.ts';
import { PUBLISHING } from './texts.ts';
import { namesIn } from './who.ts';

/** Who may publish, and go back: nobody writes words here, so either of those who judge them (docs/decisions/publishing.md). */
const PUBLISHERS: readonly Role[] = ['admin', 'editor', 'verifier'];

export interface PublishingRoutesDeps {
  /** Who may look. */
  lookers: readonly Role[];
  /** `undefined` for an organisation that has no flows. */
  deskOf: (org: string) => EditionDesk | undefined;
  pageOf: (ctx: StaffContext) => Page;
  staffName: (account: string) => Promise<string | undefined>;
}

/** Looking at what could be published, publishing it, and going back. For the organisation that runs the house alone. */
export function publishingRoutes({ lookers, deskOf, pageOf, staffName }: PublishingRoutesDeps): StaffRoute[] {
  const look = { method: 'get', roles: lookers, house: true } as const;
  const act = { method: 'post', roles: PUBLISHERS, house: true, confirm: 'with_key' } as const;
  const withDesk =
    (work: (ctx: StaffContext, desk: EditionDesk) => Promise<StaffAnswer>) =>
    (ctx: StaffContext): StaffAnswer | Promise<StaffAnswer> => {
      const desk = deskOf(ctx.person.org);
      return desk === undefined ? notFound(ctx) : work(ctx, desk);
    };
  const publishingPage = async (
    ctx: StaffContext,
    desk: EditionDesk,
    editions: readonly EditionLine[],
  ): Promise<PublishingPage> => ({
    ...pageOf(ctx),
    ...{ words: PUBLISHING[ctx.frame.lang], desk, names: await namesIn(editions, staffName) },
    publishes: PUBLISHERS.includes(ctx.person.role),
  });

  async function draft(
    ctx: StaffContext,
    desk: EditionDesk,
    flow: string | undefined,
    refused?: Refused,
  ): Promise<StaffAnswer> {
    const files = await desk.files();
    if (flow !== undefined && !files.flows.some((file) => file.flow === flow)) return notFound(ctx);
    const [last] = refused === undefined ? [] : await desk.editions();
    const page = await publishingPage(ctx, desk, last === undefined ? [] : [last]);
    const looked = await desk.look(offerOf(flow));
    return answer(<DraftPage {...{ page, files, look: looked, flow, refused, last }} />, refused);
  }

  async function edition(ctx: StaffContext, desk: EditionDesk, refused?: Refused): Promise<StaffAnswer> {
    const editions = await desk.editions();
    const [last, before] = editions;
    const found = editions.find(({ n }) => String(n) === ctx.params['edition']);
    if (found === undefined) return notFound(ctx);
    const page = await publishingPage(ctx, desk, [found, ...(last === undefined ? [] : [last])]);
    const current = found.n === last?.n;
    const view = (
      <EditionPage
        {...{ page, edition: found, refused, last }}
        look={current ? undefined : await desk.look({ from: 'edition', n: found.n })}
        previous={current ? before?.n : undefined}
      />
    );
    return answer(view, refused);
  }

  return [
    {
      ...{ ...look, path: '/flow-draft' },
      render: withDesk((ctx, desk) => draft(ctx, desk, ctx.query.get('flow') ?? undefined)),
    },
    {
      ...{ ...act, path: '/flow-draft/publish' },
      act: withDesk((ctx, desk) => {
        const { flow } = ctx.form;
        return decided(ctx, desk, {
          ...{ offer: offerOf(flow), fields: ['flow'], flash: 'published' },
          again: (refused) => draft(ctx, desk, flow, refused),
        });
      }),
    },
    {
      ...{ ...look, path: '/flows/:flow/draft' },
      render: withDesk(async (ctx, desk) => {
        const { flow = '' } = ctx.params;
        const files = await desk.files();
        if (!files.flows.some((file) => file.flow === flow)) return notFound(ctx);
        const offer = offerOf(flow);
        const page = await publishingPage(ctx, desk, []);
        const sides = await desk.sides(flow, offer);
        return answer(<ComparePage {...{ page, flow, offer, sides, files }} />);
      }),
    },
    {
      ...{ ...look, path: '/flow-editions' },
      render: withDesk(async (ctx, desk) => {
        const editions = await desk.editions();
        const page = await publishingPage(ctx, desk, editions);
        const newest = editions[0]?.n;
        const columns = editionColumns(page, newest);
        const found = findRows({ columns, rows: editions }, ctx.query, ctx.frame.lang);
        if (found.state.file) return listFile('editions', columns, found);
        return answer(<EditionsPage {...{ page, found, newest }} />);
      }),
    },
    {
      ...{ ...look, path: '/flow-editions/:edition' },
      flashes: flashesIn('success', PUBLISHING, ({ flashes }) => flashes),
      render: withDesk((ctx, desk) => edition(ctx, desk)),
    },
    {
      ...{ ...look, path: '/flow-editions/:edition/:flow' },
      render: withDesk(async (ctx, desk) => {
        const { flow = '' } = ctx.params;
        const found = (await desk.editions()).find(({ n }) => String(n) === ctx.params['edition']);
        if (found?.flows.includes(flow) !== true) return notFound(ctx);
        const offer: Offer = { from: 'edition', n: found.n };
        const page = await publishingPage(ctx, desk, []);
        return answer(<ComparePage {...{ page, flow, offer, sides: await desk.sides(flow, offer) }} />);
      }),
    },
    {
      ...{ ...act, path: '/flow-editions/:edition/back' },
      act: withDesk(async (ctx, desk) => {
        const found = (await desk.editions()).find(({ n }) => String(n) === ctx.params['edition']);
        if (found === undefined) return notFound(ctx);
        return decided(ctx, desk, {
          ...{ offer: { from: 'edition', n: found.n }, fields: [], flash: 'back' },
          again: (refused) => edition(ctx, desk, refused),
        });
      }),
    },
  ];
}

const offerOf = (flow: string | undefined): Offer => ({
  from: 'files',
  ...(flow === undefined ? {} : { flow }),
});

/** What was wrongly typed is the sender's (400); all else that is refused is a conflict with what is there now (409). */
function answer(page: VNode, refused?: Refused): StaffAnswer {
  const status = refused === undefined ? 200 : refused.code === 'why' ? 400 : 409;
  return { kind: 'page', status, page };
}

function notFound({ frame }: StaffContext): StaffAnswer {
  const words = PUBLISHING[frame.lang];
  const page = <NothingHere frame={frame} back="/staff/flows" texts={{ ...words, back: words.toFlows }} />;
  return { kind: 'page', status: 404, page };
}
