import type { VNode } from 'preact';
import { Fault, refusal } from '../../../domain/faults.ts';
import { eachLang, NothingHere } from '../../../web/kit/index.ts';
import { flashesIn, type StaffAnswer, type StaffContext, type StaffRoute } from '../../../web/staff/index.ts';
import { plainLine } from '../../updates/index.ts';
import { groupsOf } from '../finding/groups.ts';
import { answerQuestion, openQuestion } from '../questions/answering.ts';
import type { KeptQuestion } from '../questions/question.ts';
import { GroupsPage } from './groups-page.tsx';
import { ANSWERERS, type Page, pageOf, type PagesDeps, PATH } from './page.ts';
import { QuestionPage } from './question-page.tsx';
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
    async render(ctx) {
      const page = await pageOf(deps, ctx);
      const found = await deps.questions.find(ctx.params['id'] ?? '', ctx.person.org);
      if (found === undefined) return notFound(page);
      return <QuestionPage page={page} open={await openQuestion(deps, found)} />;
    },
  },
  {
    method: 'post',
    path: '/questions/:id',
    roles: ANSWERERS,
    reads: 'A',
    act: (ctx) => answer(deps, ctx),
  },
];

async function answer(deps: PagesDeps, ctx: StaffContext): Promise<StaffAnswer> {
  if (Object.keys(ctx.form).some((field) => field !== 'reponse'))
    throw refusal('unknown_field', 'The form holds a field that is none of ours.');
  const id = ctx.params['id'] ?? '';
  const typed = ctx.form['reponse'] ?? '';
  try {
    await answerQuestion(deps, ctx, id, plainLine(typed));
    return { kind: 'see_other', to: `${PATH}/${id}`, flash: 'answered' };
  } catch (cause) {
    const page = await pageOf(deps, ctx);
    const found = await deps.questions.find(id, ctx.person.org);
    if (found === undefined) return notFound(page);
    const status = cause instanceof Fault ? STATUS[cause.code] : undefined;
    if (!(cause instanceof Fault) || status === undefined) throw cause;
    const why: Readonly<Record<string, string>> = page.texts.refused;
    const refused = { typed, error: why[cause.code] ?? '' };
    return shown(
      status,
      <QuestionPage page={page} open={await openQuestion(deps, found)} refused={refused} />,
    );
  }
}

const STATUS: Readonly<Record<string, number>> = { empty: 400, too_long: 400, answered: 409, gone: 409 };

const notFound = ({ ctx, texts }: Page): StaffAnswer =>
  shown(404, <NothingHere frame={ctx.frame} back={PATH} texts={texts} />);

const shown = (status: number, page: VNode): StaffAnswer => ({ kind: 'page', status, page });
