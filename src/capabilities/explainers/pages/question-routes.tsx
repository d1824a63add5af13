import { Fault } from '../../../domain/faults.ts';
import { MAX_AUDIO_BYTES } from '../../../domain/media.ts';
import { eachLang, RECORDING, RECORDING_TYPES } from '../../../web/kit/index.ts';
import {
  flashesIn,
  onlyFields,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { plainLine } from '../../updates/index.ts';
import { groupsOf } from '../finding/groups.ts';
import { answerQuestion, openQuestion } from '../questions/answering.ts';
import type { KeptQuestion } from '../questions/question.ts';
import { notFound, questionAnswer } from './answers.tsx';
import { GroupsPage } from './groups-page.tsx';
import { ANSWERERS, pageOf, type PagesDeps, PATH } from './page.ts';
import { passRoute } from './pass-route.tsx';
import { QueuePage } from './queue-page.tsx';
import { QUESTION_TEXTS } from './texts.ts';

const MENU_ORDER = 12;
const A_PAGE = 25;
/** Opened and compared for one page; the oldest first, and a page still comes within a second. */
const MOST_GROUPED = 400;

/** The pages of questions that citizens passed to the organisation's offices. */
export const questionRoutes = (deps: PagesDeps): StaffRoute[] => [
  {
    method: 'get',
    path: '/questions',
    roles: ANSWERERS,
    nav: {
      label: eachLang(QUESTION_TEXTS, ({ menu }) => menu),
      order: MENU_ORDER,
      about: eachLang(QUESTION_TEXTS, ({ about }) => about),
    },
    async render(ctx) {
      const state: KeptQuestion['state'] = ctx.query.get('etat') === 'answered' ? 'answered' : 'waiting';
      const of = { org: ctx.person.org, state };
      const total = await deps.questions.count(of);
      const pages = Math.max(1, Math.ceil(total / A_PAGE));
      const at = Math.min(pages, Math.max(1, Number(ctx.query.get('page')) || 1));
      const questions = await deps.questions.list(of, { skip: (Math.floor(at) - 1) * A_PAGE, limit: A_PAGE });
      const queue = { state, questions, total, page: Math.floor(at), pages };
      return <QueuePage page={await pageOf(deps, ctx)} queue={queue} />;
    },
  },
  {
    method: 'get',
    path: '/questions/groups',
    roles: ANSWERERS,
    reads: 'A',
    async render(ctx) {
      const of = { org: ctx.person.org, state: 'waiting' } as const;
      const waiting = await deps.questions.list(of, { skip: 0, limit: MOST_GROUPED });
      const opened = await Promise.all(waiting.map((question) => openQuestion(deps, question)));
      const asked = opened.flatMap(({ question, words }) => (words === null ? [] : [{ question, words }]));
      return <GroupsPage page={await pageOf(deps, ctx)} groups={groupsOf(asked, ({ words }) => words)} />;
    },
  },
  {
    method: 'get',
    path: '/questions/:id',
    roles: ANSWERERS,
    reads: 'A',
    flashes: flashesIn('success', QUESTION_TEXTS, ({ flashes }) => flashes),
    render: (ctx) => questionAnswer(deps, ctx),
  },
  {
    method: 'post',
    path: '/questions/:id',
    roles: ANSWERERS,
    reads: 'A',
    upload: { field: 'voix', maxBytes: MAX_AUDIO_BYTES, types: RECORDING_TYPES },
    act: (ctx) => answer(deps, ctx),
  },
  passRoute(deps),
  {
    method: 'get',
    path: '/questions/:id/voice',
    roles: ANSWERERS,
    reads: 'A',
    render: (ctx) => voice(deps, ctx),
  },
];

async function answer(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  onlyFields(ctx, ['reponse']);
  const id = ctx.params['id'] ?? '';
  const typed = ctx.form['reponse'] ?? '';
  try {
    await answerQuestion(deps, ctx, id, { text: plainLine(typed), voice: ctx.file?.bytes });
    return { kind: 'see_other', to: `${PATH}/${id}`, flash: 'answered' };
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    const texts = QUESTION_TEXTS[ctx.frame.lang];
    if (OF_VOICE.test(cause.code)) {
      const { refused, other } = RECORDING[ctx.frame.lang];
      const answering = { typed, voice: refused[cause.code] ?? other };
      return questionAnswer(deps, ctx, { status: 400, answering });
    }
    const status = STATUS[cause.code];
    if (status === undefined) throw cause;
    const why: Readonly<Record<string, string>> = texts.refused;
    // A browser never fills in a file again.
    const voice = ctx.file === undefined ? {} : { voice: texts.voiceAgain };
    return questionAnswer(deps, ctx, {
      status,
      answering: { typed, error: why[cause.code] ?? '', ...voice },
    });
  }
}

const OF_VOICE = /^(?:voice|media)_/u;
const STATUS: Readonly<Record<string, number>> = {
  ...{ empty: 400, too_long: 400, answered: 409, gone: 409, not_found: 404 },
};

/** What the office said, fetched only when somebody presses play. */
async function voice(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  const found = await deps.questions.find(ctx.params['id'] ?? '', ctx.person.org);
  const id = found && (await openQuestion(deps, found)).answer?.voice?.id;
  const sound = id === undefined ? null : await deps.spoken.spoken(id);
  if (sound === null) return notFound(await pageOf(deps, ctx));
  return { kind: 'media', type: sound.type, body: sound.bytes };
}
