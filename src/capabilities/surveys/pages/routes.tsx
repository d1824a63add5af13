import type { VNode } from 'preact';
import type { Speaker } from '../../../conversation/ports.ts';
import { isClassA } from '../../../engine/types.ts';
import { eachLang, NothingHere } from '../../../web/kit/index.ts';
import {
  csvFile,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import { asGuest } from '../../wall.ts';
import type { SurveyOutline } from '../outline.ts';
import type { ReaderOf } from '../reader.ts';
import type { ShownQuestion, ShownResults } from '../results/suppression.ts';
import { CrossPage } from './cross-page.tsx';
import { PUBLISHERS } from '../publishing/pages/routes.tsx';
import { figures } from './figures.ts';
import { FilesPage } from './files-page.tsx';
import { ListPage } from './list-page.tsx';
import type { Page } from './page.ts';
import { questionTable } from './question-table.ts';
import { regionRoutes } from './region-routes.tsx';
import { SurveyPage } from './survey-page.tsx';
import { SURVEYS } from './texts.ts';
import { TextsPage } from './texts-page.tsx';
import { type PlaceName, words } from './words.ts';

/** Counts and shares: no answer of a single person among them. */
export const RESULTS: readonly Role[] = ['admin', 'analyst', 'editor', 'viewer'];
/** Single answers in a person's own words. */
const TEXTS: readonly Role[] = ['admin', 'analyst'];

export interface SurveyPagesDeps {
  readerOf: ReaderOf;
  speaker: Speaker;
  placeName: PlaceName;
}

/** The staff pages of surveys. */
export function surveyRoutes({ readerOf, speaker, placeName }: SurveyPagesDeps): StaffRoute[] {
  const pageOf = (asked: StaffContext): Page => {
    const guest = readerOf(asked.person.org).guest === true;
    const ctx = guest ? asGuest(asked) : asked;
    const texts = SURVEYS[ctx.frame.lang];
    const ours = figures(ctx.frame.lang);
    return { ctx, texts, figures: ours, words: words(texts, speaker, placeName, ours), guest };
  };
  /** Finds the survey of the path, or answers 404. */
  const withResults =
    (answer: (page: Page, survey: SurveyOutline, results: ShownResults) => VNode | StaffAnswer) =>
    async (ctx: StaffContext): Promise<VNode | StaffAnswer> => {
      const reader = readerOf(ctx.person.org);
      const survey = reader.outline(ctx.params['survey'] ?? '');
      const results = survey === undefined ? null : await reader.results(survey.id);
      return survey === undefined || results === null
        ? notFound(pageOf(ctx))
        : answer(pageOf(ctx), survey, results);
    };
  return [
    {
      method: 'get',
      path: '/surveys',
      roles: RESULTS,
      shared: 'surveys',
      nav: {
        label: eachLang(SURVEYS, ({ menu }) => menu),
        order: 20,
        about: eachLang(SURVEYS, ({ about }) => about),
      },
      render: async (ctx) => <ListPage page={pageOf(ctx)} surveys={await readerOf(ctx.person.org).list()} />,
    },
    {
      method: 'get',
      path: '/surveys/:survey',
      roles: RESULTS,
      shared: 'surveys',
      render: withResults((page, survey, results) => (
        <SurveyPage
          page={page}
          survey={survey}
          results={results}
          readsTexts={TEXTS.includes(page.ctx.person.role)}
          publishes={!page.guest && PUBLISHERS.includes(page.ctx.person.role)}
        />
      )),
    },
    {
      method: 'get',
      path: '/surveys/:survey/questions/:question/table.csv',
      roles: RESULTS,
      shared: 'surveys',
      render: withResults((page, survey, results) => {
        const question = results.questions.find(
          (one) =>
            one.question === page.ctx.params['question'] &&
            !isClassA(one.type) &&
            (one.version ?? null) === page.ctx.query.get('version'),
        );
        return question === undefined ? notFound(page) : tableFile(page, survey, question, results.lastDay);
      }),
    },
    {
      method: 'get',
      path: '/surveys/:survey/questions/:question/regions',
      roles: RESULTS,
      async render(ctx) {
        const { survey: id = '', question = '' } = ctx.params;
        const reader = readerOf(ctx.person.org);
        const [survey, results] = [reader.outline(id), await reader.regional(id)];
        const regions = [...(results?.regions ?? [])].flatMap(([slug, questions]) => {
          const found = questions.find((one) => one.question === question);
          return found === undefined ? [] : [{ name: placeName(slug) ?? slug, question: found }];
        });
        const page = pageOf(ctx);
        if (survey === undefined || results === null || regions.length === 0) return notFound(page);
        const { rehearsal } = results;
        return <CrossPage page={page} {...{ survey, question, regions, rehearsal }} />;
      },
    },
    ...regionRoutes({ readerOf, pageOf, placeName }),
    {
      method: 'get',
      path: '/surveys/:survey/questions/:question/texts',
      roles: TEXTS,
      reads: 'A',
      async render(ctx) {
        const [survey, question] = [ctx.params['survey'] ?? '', ctx.params['question'] ?? ''];
        const reader = readerOf(ctx.person.org);
        const outline = reader.outline(survey);
        const found = await reader.texts(survey, question, pageNumber(ctx.query));
        if (outline === undefined || found === null) return notFound(pageOf(ctx));
        return <TextsPage page={pageOf(ctx)} survey={outline} question={question} found={found} />;
      },
    },
    {
      method: 'get',
      path: '/surveys/:survey/questions/:question/files',
      roles: TEXTS,
      reads: 'A',
      async render(ctx) {
        const [survey, question] = [ctx.params['survey'] ?? '', ctx.params['question'] ?? ''];
        const reader = readerOf(ctx.person.org);
        const outline = reader.outline(survey);
        const found = await reader.files(survey, question, pageNumber(ctx.query));
        if (outline === undefined || found === null) return notFound(pageOf(ctx));
        return <FilesPage page={pageOf(ctx)} survey={outline} question={question} found={found} />;
      },
    },
  ];
}

function tableFile(
  page: Page,
  survey: SurveyOutline,
  question: ShownQuestion,
  lastDay: string | null,
): StaffAnswer {
  const { columns, rows } = questionTable(page, survey, question);
  return csvFile(`${survey.id}_${question.question}_${lastDay ?? 'vide'}.csv`, [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ key }) => row[key])),
  ]);
}

function notFound({ ctx, texts }: Page): StaffAnswer {
  const page = <NothingHere frame={ctx.frame} back="/staff/surveys" texts={texts} />;
  return { kind: 'page', status: 404, page };
}

/** Anything but a positive whole number is the first page. */
function pageNumber(query: URLSearchParams): number {
  const asked = query.get('page') ?? '1';
  return /^[1-9]\d{0,6}$/u.test(asked) ? Number(asked) : 1;
}
