import type { Sealer } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import { textPlace } from './answer.ts';
import type { SurveyOutline } from './outline.ts';
import type { PastQuestions } from './results/meanings.ts';
import { surveyResults } from './results/results.ts';
import { forStaff, type ShownResults, unhidden } from './results/suppression.ts';
import type { Participation, SealedText } from './results-store.ts';
import type { SurveyStore } from './survey-store.ts';

/** Open answers a page. */
const TEXTS_A_PAGE = 25;

export interface OpenText {
  /** `null`: the key it was sealed under is gone. */
  text: string | null;
  day: string;
  lang: string;
}

export interface TextsPage {
  page: number;
  pages: number;
  total: number;
  texts: OpenText[];
}

/** What staff may read of surveys; nothing unsuppressed leaves it. */
export interface SurveyReader {
  outline(survey: string): SurveyOutline | undefined;
  list(): Promise<{ outline: SurveyOutline; participation: Participation }[]>;
  /** `null`: there is no such survey. */
  results(survey: string): Promise<ShownResults | null>;
  /** A page outside the list is moved to its nearest end. `null`: no such survey, or no such open question. */
  texts(survey: string, question: string, page: number): Promise<TextsPage | null>;
}

/** What the staff of an organisation may read of surveys. */
export type ReaderOf = (org: string) => SurveyReader;

/** The questions of older versions of a flow. */
export type AskedBefore = (flow: string, hashes: readonly string[]) => Promise<PastQuestions>;

export interface SurveyReaderDeps {
  store: SurveyStore;
  sealer: Sealer;
  outlines: () => readonly SurveyOutline[];
  asked: AskedBefore;
  rehearsal: boolean;
}

export function surveyReader({ store, sealer, outlines, asked, rehearsal }: SurveyReaderDeps): SurveyReader {
  const outlineOf = (survey: string): SurveyOutline | undefined => outlines().find(({ id }) => id === survey);
  const results = async (survey: string): Promise<ShownResults | null> => {
    const outline = outlineOf(survey);
    if (outline === undefined) return null;
    const [tallies, participation] = await Promise.all([store.tallies(survey), store.participation(survey)]);
    const others = new Set(
      tallies.flatMap(({ hash }) => (hash === undefined || hash === outline.hash ? [] : hash)),
    );
    const before = others.size === 0 ? new Map<string, never>() : await asked(outline.flow, [...others]);
    const found = surveyResults(outline, tallies, participation, before);
    return rehearsal ? unhidden(found) : forStaff(found);
  };
  return {
    outline: outlineOf,
    list: () =>
      Promise.all(
        outlines().map(async (outline) => ({
          outline,
          participation: await store.participation(outline.id),
        })),
      ),
    results,
    async texts(survey, question, page) {
      const found = (await results(survey))?.questions.find(
        (one) => one.question === question && one.type === 'text',
      );
      if (found === undefined) return null;
      const pages = Math.max(1, Math.ceil(found.n / TEXTS_A_PAGE));
      const at = Math.min(Math.max(1, page), pages);
      const window = { skip: (at - 1) * TEXTS_A_PAGE, limit: TEXTS_A_PAGE };
      const sealed = await store.texts({ survey, question }, window);
      return { page: at, pages, total: found.n, texts: sealed.map((one) => opened(one, sealer)) };
    },
  };
}

function opened({ _id, sealed, day, lang }: SealedText, sealer: Sealer): OpenText {
  try {
    return { text: sealer.open(sealed, textPlace(_id)), day, lang };
  } catch (cause) {
    if (cause instanceof Fault) return { text: null, day, lang };
    throw cause;
  }
}

/** What another organisation's staff read of surveys. */
export const NO_SURVEY: SurveyReader = {
  outline: () => undefined,
  list: () => Promise.resolve([]),
  results: () => Promise.resolve(null),
  texts: () => Promise.resolve(null),
};
