import type { SurveyReader } from './reader.ts';

/** What the staff of an organisation may read of surveys. */
export type ReaderOf = (org: string) => SurveyReader;

/** Surveys are one organisation's: for the staff of any other there are none (T36). */
export const behindWall =
  (reader: SurveyReader, owner: string): ReaderOf =>
  (org) =>
    org === owner ? reader : NO_SURVEY;

const NO_SURVEY: SurveyReader = {
  outline: () => undefined,
  list: () => Promise.resolve([]),
  results: () => Promise.resolve(null),
  texts: () => Promise.resolve(null),
};
