import type { VNode } from 'preact';
import { flashesIn, namesOf, pageAnswer, type StaffRoute } from '../../../web/staff/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { READERS } from '../model/lifecycle.ts';
import { BEFORE_SENDING, SENDING } from '../model/states.ts';
import { languagesOf } from '../model/texts.ts';
import { TrialPart } from '../testers/pages/trial-part.tsx';
import { originOf } from './chosen.ts';
import { estimateOf } from './estimate.ts';
import { ItemPage } from './item-page.tsx';
import { itemPath, type Page } from './page.ts';
import type { Pages } from './pages.ts';
import { Previews, type Told } from './previews.tsx';
import { Ready } from './ready.tsx';
import { BROADCAST_WORDS } from './texts.ts';
import { withItem } from './with-item.ts';

/** Seconds after which a page about one that is being sent looks again where no script runs. */
const LOOK_AGAIN = 5;

/** The page of one broadcast, for whoever may read it, and what keeps it up to date. */
export const itemRoutes = (pages: Pages): StaffRoute[] => [itemRoute(pages), liveRoute(pages)];

/** Tells who looks at it that there is more to see. */
const liveRoute = (pages: Pages): StaffRoute => ({
  method: 'get',
  path: '/broadcasts/:id/live',
  roles: READERS,
  render: withItem(pages, async (_ctx, { id }) => ({
    ...{ kind: 'live', page: itemPath({ id }), topic: `broadcast/${id}` },
    mark: () => pages.stamp(id),
  })),
});

const itemRoute = (pages: Pages): StaffRoute => ({
  method: 'get',
  path: '/broadcasts/:id',
  roles: READERS,
  flashes: flashesIn('success', BROADCAST_WORDS, ({ flashes }) => flashes),
  render: withItem(pages, async (ctx, broadcast) => {
    const mark = await pages.stamp(broadcast.id);
    const page = await pages.pageOf(ctx, broadcast);
    const before = BEFORE_SENDING.some((each) => each === broadcast.state);
    const ready = before ? await readyOf(pages, page, broadcast) : undefined;
    return pageAnswer(
      200,
      <ItemPage
        {...{ page, broadcast, mark }}
        takesTwo={ready?.takesTwo ?? false}
        lookAgain={moves(broadcast) ? LOOK_AGAIN : undefined}
        now={ready?.view ?? (await pages.progress(ctx, broadcast))}
      >
        <Previews page={page} told={await toldOf(pages, broadcast)} asSms={pages.asSms} />
        {await trialsOf(pages, page, broadcast)}
      </ItemPage>,
    );
  }),
});

/** It changes by itself, without anybody's doing. */
const moves = ({ state }: Broadcast): boolean => state !== 'paused' && SENDING.some((each) => each === state);

/** What was tried of it, and the button to try it. */
async function trialsOf({ trials, staffName }: Pages, page: Page, broadcast: Broadcast): Promise<VNode> {
  const [tried, testers] = await Promise.all([trials.of(broadcast.id), trials.desk.testersOf(broadcast)]);
  const accounts = tried.flatMap(({ by, tries }) => [by, ...tries.map(({ account }) => account)]);
  const names = await namesOf(accounts, staffName);
  return <TrialPart {...{ page, broadcast, names }} trials={tried} testers={testers.length} />;
}

/** What somebody would read, in every language it is written in. */
async function toldOf({ spoken }: Pages, { org, content }: Broadcast): Promise<Told> {
  const told = languagesOf(content).map(
    async (lang) => [lang, await spoken(org, lang, content[lang]?.text ?? '')] as const,
  );
  return Object.fromEntries(await Promise.all(told));
}

/** Who would get it now, counted anew. */
export async function readyOf(
  pages: Pages,
  page: Page,
  broadcast: Broadcast,
): Promise<{ takesTwo: boolean; alike: readonly Broadcast[]; told: Told; view: VNode }> {
  const told = await toldOf(pages, broadcast);
  const outlook = await pages.desk.outlook(broadcast);
  const parts = (text: string): number => pages.asSms(text).parts;
  const estimate = estimateOf(told, outlook.shown, pages.carriers(), parts);
  const origin = await originOf(broadcast, { choosing: pages.choosing, ctx: page.ctx });
  const view = <Ready {...{ page, broadcast, outlook, estimate, origin }} limit={pages.aloneUpTo} />;
  return { takesTwo: outlook.takesTwo, alike: outlook.alike, told, view };
}
