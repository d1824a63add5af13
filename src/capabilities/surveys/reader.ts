import type { Sealer } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import type { AskType } from '../../engine/types.ts';
import { isFile, textPlace } from './answer.ts';
import type { SurveyOutline } from './outline.ts';
import { placeQuestion, type RegionalResults, regionalResults } from './results/regional.ts';
import { forStaff, type ShownResults, unhidden } from './results/suppression.ts';
import type { Participation, SealedText } from './results-store.ts';
import type { SurveyStore } from './survey-store.ts';
import { type AskedBefore, askedIn, wholeResults } from './whole-results.ts';

export type { AskedBefore };

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

/** What is known of a voice or photo that was kept; the capability of media has it. */
export interface SentNote {
  /** False: it is gone, and what was typed of it is left. */
  there: boolean;
  /** Of a voice, where its file tells. */
  seconds?: number | undefined;
  /** What somebody typed of it. */
  words: string | null;
}

/** Finds what was kept under an id; `null`: it has not come yet, could not be kept, or is gone by now. */
export type SentNotes = (id: string) => Promise<SentNote | null>;

/** An answer that is a file. */
export interface FileAnswer {
  id: string;
  day: string;
  lang: string;
  note: SentNote | null;
}

export interface FilesPage {
  page: number;
  pages: number;
  total: number;
  files: FileAnswer[];
}

/** What staff may read of surveys; nothing unsuppressed leaves it. */
export interface SurveyReader {
  /** It is another organisation's: read as a guest. */
  readonly guest?: true;
  outline(survey: string): SurveyOutline | undefined;
  outlines(): readonly SurveyOutline[];
  list(): Promise<{ outline: SurveyOutline; participation: Participation }[]>;
  /** `null`: there is no such survey. */
  results(survey: string): Promise<ShownResults | null>;
  /** What people of each region answered; `null`: no such survey, or one that asks for no place. */
  regional(survey: string): Promise<RegionalResults | null>;
  /** A page outside the list is moved to its nearest end. `null`: no such survey, or no such open question. */
  texts(survey: string, question: string, page: number): Promise<TextsPage | null>;
  /** The same of a question that asks for a voice or a photo. */
  files(survey: string, question: string, page: number): Promise<FilesPage | null>;
}

/** What the staff of an organisation may read of surveys. */
export type ReaderOf = (org: string) => SurveyReader;

export interface SurveyReaderDeps {
  store: SurveyStore;
  sealer: Sealer;
  outlines: () => readonly SurveyOutline[];
  asked: AskedBefore;
  sent: SentNotes;
  rehearsal: boolean;
}

export function surveyReader(deps: SurveyReaderDeps): SurveyReader {
  const { store, sealer, outlines, asked, sent, rehearsal } = deps;
  const outlineOf = (survey: string): SurveyOutline | undefined => outlines().find(({ id }) => id === survey);
  const results = async (survey: string): Promise<ShownResults | null> => {
    const outline = outlineOf(survey);
    if (outline === undefined) return null;
    const found = await wholeResults({ store, asked }, outline);
    return rehearsal ? unhidden(found) : forStaff(found);
  };
  return {
    outline: outlineOf,
    outlines,
    list: () =>
      Promise.all(
        outlines().map(async (outline) => ({
          outline,
          participation: await store.participation(outline.id),
        })),
      ),
    results,
    async regional(survey) {
      const outline = outlineOf(survey);
      const place = outline && placeQuestion(outline);
      if (outline === undefined || place === undefined) return null;
      const tallies = await store.talliesByRegion(survey, place);
      return regionalResults(outline, tallies, await askedIn(asked, outline, tallies), rehearsal);
    },
    async texts(survey, question, page) {
      const found = await sealedOf(survey, question, page, (type) => type === 'text');
      return found && { ...found.at, texts: found.sealed.map((one) => opened(one, sealer)) };
    },
    async files(survey, question, page) {
      const found = await sealedOf(survey, question, page, isFile);
      if (found === null) return null;
      const answers = found.sealed.map((one) => opened(one, sealer));
      const files = await Promise.all(
        answers.map(async ({ text: id, day, lang }) => ({
          ...{ id: id ?? '', day, lang },
          note: id === null ? null : await sent(id),
        })),
      );
      return { ...found.at, files };
    },
  };

  /** One page of the sealed answers to a question, if it is of such a type. */
  async function sealedOf(survey: string, question: string, page: number, is: (type: AskType) => boolean) {
    const found = (await results(survey))?.questions.find((one) => one.question === question && is(one.type));
    if (found === undefined) return null;
    const pages = Math.max(1, Math.ceil(found.n / TEXTS_A_PAGE));
    const at = Math.min(Math.max(1, page), pages);
    const window = { skip: (at - 1) * TEXTS_A_PAGE, limit: TEXTS_A_PAGE };
    const sealed = await store.texts({ survey, question, type: found.type }, window);
    return { at: { page: at, pages, total: found.n }, sealed };
  }
}

function opened({ _id, sealed, day, lang }: SealedText, sealer: Sealer): OpenText {
  try {
    return { text: sealer.open(sealed, textPlace(_id)), day, lang };
  } catch (cause) {
    if (cause instanceof Fault) return { text: null, day, lang };
    throw cause;
  }
}

/** What another organisation reads while an agreement lasts: figures, never an answer in somebody's words (T36). */
export const sharedSurveys = (reader: SurveyReader, mayRead: () => Promise<boolean>): SurveyReader => ({
  guest: true,
  outline: (survey) => reader.outline(survey),
  outlines: () => reader.outlines(),
  list: async () => ((await mayRead()) ? reader.list() : []),
  results: async (survey) => ((await mayRead()) ? reader.results(survey) : null),
  regional: () => Promise.resolve(null),
  texts: () => Promise.resolve(null),
  files: () => Promise.resolve(null),
});
