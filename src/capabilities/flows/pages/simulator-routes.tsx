import type { Preview } from '../../../domain/shown.ts';
import type { Role, StaffAnswer, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { nameOf } from '../map/map-words.ts';
import { deedsIn, MAX_DEEDS, readDeeds, waitUntil, type Written } from '../simulator/deeds.ts';
import { type Opening, opened, replay, type Stage } from '../simulator/replay.ts';
import { testCase } from '../simulator/test-case.ts';
import { wayTo } from '../simulator/way-to.ts';
import type { Page } from './page.ts';
import { SimulatorPage } from './simulator-page.tsx';
import type { Trial } from './trying/trial.ts';
import { TRYING } from './trying/texts.ts';

interface SimulatorRoutesDeps {
  roles: readonly Role[];
  stageOf: (org: string) => Stage | undefined;
  pageOf: (ctx: StaffContext) => Page;
  notFound: (page: Page) => StaffAnswer;
  speaker: Pick<Page['speaker'], 'languages' | 'fallback'>;
  previews: readonly Preview[];
}

type Form = StaffContext['form'];

/** What is to be played, and what is to be said about it. */
type Asked = Pick<Trial, 'jumped' | 'lost' | 'about'> & { deeds: readonly Written[] };

/**
 * Playing a flow, or the whole bot. The page carries the whole talk and the server plays it anew each time: nothing is
 * kept between two requests, in memory or in the database, so a rehearsal can never be mistaken for a talk.
 */
export function simulatorRoutes(deps: SimulatorRoutesDeps): StaffRoute[] {
  return [
    ...played(deps, '/flows/:flow/play', ({ params }, { set }) => {
      const flow = params['flow'] ?? '';
      return set.flows.has(flow) ? { flow } : undefined;
    }),
    ...played(deps, '/flow-trial', ({ form, query }) => ({
      bot: (form['who'] ?? query.get('who')) === 'known' ? 'known' : 'new',
    })),
  ];
}

type FindOpening = (
  ctx: Pick<StaffContext, 'params' | 'query' | 'form'>,
  stage: Stage,
) => Opening | undefined;

function played(
  { roles, stageOf, pageOf, notFound, speaker, previews }: SimulatorRoutesDeps,
  path: string,
  openingOf: FindOpening,
): StaffRoute[] {
  const show = async (
    ctx: StaffContext,
    given: Partial<Form>,
    asks: (stage: Stage, opening: Opening, lang: string) => Asked | Promise<Asked>,
  ): Promise<StaffAnswer> => {
    const page = pageOf(ctx);
    const stage = stageOf(ctx.person.org);
    const opening = stage && openingOf(ctx, stage);
    if (stage === undefined || opening === undefined) return notFound(page);
    const lang = speaker.languages.find((one) => one === given['lang']) ?? speaker.fallback;
    const { deeds, ...told } = await asks(stage, opening, lang);
    const talk = await replay(stage, opening, lang, deeds);
    const trial: Trial = {
      ...{ page, opening, lang, played: talk, previews, ...told },
      as: previews.find(({ id }) => id === (given['look'] ?? given['as'])),
      here: `/staff${path.replace(':flow', encodeURIComponent(ctx.params['flow'] ?? ''))}`,
      steps: stepsOf(stage, opening, page),
      testCase: talk.turns.length === 0 ? null : await testCase(stage, opening, lang, talk),
    };
    const view = <SimulatorPage trial={trial} words={TRYING[ctx.frame.lang]} />;
    return { kind: 'page', status: 200, page: view };
  };
  return [
    {
      ...{ method: 'get', path, roles },
      render: (ctx) => show(ctx, Object.fromEntries(ctx.query), () => ({ deeds: [] })),
    },
    {
      ...{ method: 'post', path, roles },
      act: (ctx) =>
        show(ctx, ctx.form, (stage, opening, lang) => askedIn(ctx.form, { stage, opening, lang })),
    },
  ];
}

const stepsOf = ({ set }: Stage, opening: Opening, { mapTexts }: Page): Trial['steps'] =>
  'bot' in opening
    ? []
    : (set.flows.get(opening.flow)?.steps ?? [])
        .filter(({ key }) => !key.includes('@'))
        .map((step) => ({ key: step.key, label: nameOf(step, mapTexts) }));

interface Around {
  stage: Stage;
  opening: Opening;
  lang: string;
}

/** What the form asks for. What cannot be done leaves the talk as it is, and says so. */
async function askedIn(form: Form, around: Around): Promise<Asked> {
  const deeds = readDeeds(form['deeds'] ?? '[]');
  if (deeds === null) return { deeds: [], lost: 'unknown' };
  const jumped = jumpedIn(form['jumped']);
  const as = { deeds, jumped };
  if (form['undo'] !== undefined) return undone(deeds, jumped);
  if (form['jump'] !== undefined) return { ...as, ...(await jump(form['step'] ?? '', around)) };
  if (form['until'] !== undefined) {
    const { now } = await replay(around.stage, around.opening, around.lang, deeds);
    const did = waitUntil(momentOf(form['moment']), now);
    return did === null ? { ...as, lost: 'past' } : added(as, [did]);
  }
  return added(as, deedsIn(done(form)) ?? []);
}

const added = (as: Asked, more: readonly Written[]): Asked =>
  as.deeds.length + more.length > MAX_DEEDS
    ? { ...as, lost: 'tooLong' }
    : { ...as, deeds: [...as.deeds, ...more] };

function undone(deeds: readonly Written[], jumped: Trial['jumped']): Asked {
  if (deeds.length === 0) return { deeds, lost: 'nothingToUndo' };
  const left = deeds.slice(0, -1);
  return { deeds: left, jumped: jumped && { ...jumped, deeds: Math.min(jumped.deeds, left.length) } };
}

async function jump(step: string, { stage, opening, lang }: Around): Promise<Partial<Asked>> {
  if ('bot' in opening || stage.set.flows.get(opening.flow)?.at.has(step) !== true)
    return { lost: 'unknownStep' };
  const rehearsal = opened(stage, opening, lang);
  await rehearsal.begin(opening.flow);
  const deeds = await wayTo(stage.set, { flow: opening.flow, step }, rehearsal);
  return deeds === null ? { lost: 'noWay', about: step } : { deeds, jumped: { step, deeds: deeds.length } };
}

/** `3 age`, as the page wrote it; anything else is no jump. */
function jumpedIn(written: string | undefined): Trial['jumped'] {
  const [, count, step] = /^(\d{1,3}) ([\w-]{1,64})$/u.exec(written ?? '') ?? [];
  return count === undefined || step === undefined ? undefined : { step, deeds: Number(count) };
}

/** Bamako's hours are UTC's; not a number where it is no moment. */
const momentOf = (written = ''): number =>
  Date.parse(/^[\d-]{10}T[\d:]{5}$/u.test(written) ? `${written}Z` : '');

/** What the button that was pressed stands for. Nothing typed and no button: nothing is done. */
function done({ tap, send, wait, give_back, say = '' }: Form): Written[] {
  if (tap !== undefined) return [{ tap }];
  if (send !== undefined) return [{ send }];
  if (wait !== undefined) return [{ wait }];
  if (give_back !== undefined) return [{ give_back }];
  return say === '' ? [] : [{ say }];
}
