import type { CollectionRule } from '../../store/collections.ts';

export const ANSWERS = 'survey_answers';
export const ENDINGS = 'survey_endings';
export const PUBLICATIONS = 'survey_publications';

/** Two years: a wave, its yearly repetition, and the time to publish both. Published tables outlive the answers. */
const KEPT_DAYS = 730;
/** Ten years: as long as the archive of the campaign. */
const PUBLISHED_DAYS = 3650;

/** The collections of surveys. No index holds a time finer than a day, and none orders by insertion (T6). */
export const SURVEY_COLLECTIONS: readonly CollectionRule[] = [
  {
    name: ANSWERS,
    clustered: true,
    indexes: [
      // Counts a question without touching the documents.
      { name: 'by_version', key: { survey: 1, question: 1, type: 1, value: 1, hash: 1 } },
      // Who takes part, what a person has given, what erasure deletes.
      { name: 'by_respondent', key: { survey: 1, respondent: 1, day: 1 } },
      // How many answered on a phone that others use too.
      { name: 'on_shared_phones', key: { survey: 1, respondent: 1 }, where: { shared: true } },
      // Pages of open answers, the newest day first; within a day in no order that tells anything.
      { name: 'texts', key: { survey: 1, question: 1, day: -1, _id: 1 }, where: { type: 'text' } },
    ],
    retention: {
      kind: 'days',
      days: KEPT_DAYS,
      since: 'day',
      reason: 'a wave, its repetition and their publication',
    },
  },
  {
    name: ENDINGS,
    clustered: true,
    indexes: [{ name: 'by_survey', key: { survey: 1, complete: 1, day: 1 } }],
    retention: { kind: 'days', days: KEPT_DAYS, since: 'day', reason: 'as long as the answers they count' },
  },
  {
    // Tables without a person: what the next edition is compared with, for what was read once is known for good.
    name: PUBLICATIONS,
    clustered: true,
    indexes: [
      { name: 'by_survey', key: { survey: 1, 'proposed.at': -1, _id: 1 } },
      {
        name: 'by_edition',
        key: { survey: 1, edition: 1 },
        unique: true,
        where: { edition: { $exists: true } },
      },
      { name: 'by_newest', key: { edition: -1, _id: 1 } },
    ],
    retention: {
      kind: 'days',
      days: PUBLISHED_DAYS,
      since: 'day',
      reason: 'published tables outlive the answers; a later edition is compared with them',
    },
  },
];
