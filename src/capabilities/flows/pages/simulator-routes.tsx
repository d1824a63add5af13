import type { Role, StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { deedsIn, MAX_DEEDS, readDeeds, replay, type Stage, type Written } from '../simulator/replay.ts';
import type { Page } from './page.ts';
import { SimulatorPage } from './simulator-page.tsx';

interface SimulatorRoutesDeps {
  roles: readonly Role[];
  stageOf: (org: string) => Stage | undefined;
  pageOf: (ctx: StaffContext) => Page;
  notFound: (page: Page) => StaffAnswer;
  speaker: Pick<Page['speaker'], 'languages' | 'fallback'>;
}

/**
 * Playing a flow. The page carries the whole talk and the server plays it anew each time: nothing is kept between two
 * requests, in memory or in the database, so a rehearsal can never be mistaken for a talk.
 */
export function simulatorRoutes(deps: SimulatorRoutesDeps): StaffRoute[] {
  const { roles, stageOf, pageOf, notFound, speaker } = deps;
  const path = '/flows/:flow/play';
  const show = async (
    ctx: StaffContext,
    given: string | null | undefined,
    deeds: readonly Written[],
    lost?: 'unknown' | 'tooLong',
  ): Promise<StaffAnswer> => {
    const page = pageOf(ctx);
    const stage = stageOf(ctx.person.org);
    const flow = ctx.params['flow'] ?? '';
    if (stage?.set.flows.has(flow) !== true) return notFound(page);
    const lang = speaker.languages.find((one) => one === given) ?? speaker.fallback;
    const played = await replay(stage, flow, lang, deeds);
    const view = <SimulatorPage page={page} flow={flow} lang={lang} played={played} lost={lost} />;
    return { kind: 'page', status: 200, page: view };
  };
  return [
    { method: 'get', path, roles, render: (ctx) => show(ctx, ctx.query.get('lang'), []) },
    {
      method: 'post',
      path,
      roles,
      act(ctx) {
        const { lang, deeds: before = '[]' } = ctx.form;
        const deeds = readDeeds(before);
        if (deeds === null) return show(ctx, lang, [], 'unknown');
        const did = deedsIn(done(ctx.form));
        if (deeds.length + (did?.length ?? 0) > MAX_DEEDS) return show(ctx, lang, deeds, 'tooLong');
        return show(ctx, lang, [...deeds, ...(did ?? [])]);
      },
    },
  ];
}

/** What the button that was pressed stands for. Nothing typed and no button: nothing is done. */
function done({ tap, send, wait, say = '' }: StaffContext['form']): Written[] {
  if (tap !== undefined) return [{ tap }];
  if (send !== undefined) return [{ send }];
  if (wait !== undefined) return [{ wait }];
  return say === '' ? [] : [{ say }];
}
