import type { CollectionRule } from '../../store/collections.ts';
import { entriesRule } from '../approved/index.ts';

export const EXPLAINERS = 'explainers';
export const OFFICES = 'explainer_offices';
export const QUESTIONS = 'explainer_questions';
export const OUTCOMES = 'explainer_outcomes';

/** Ten years, as the news: what was said under a trusted name must stay answerable. */
const RECORD_DAYS = 3653;
/** What is answered is soon read; the words go then, those that were never answered at the latest with it. */
export const AFTER_ANSWER_DAYS = 14;
/** Who has waited for three months waits no more. */
export const MOST_DAYS = 90;
/** A year and the month it is compared with. */
const OUTCOME_DAYS = 400;

/**
 * Questions are sealed under their person's key and found by fingerprints of this purpose alone (T6). What became of them,
 * for the public figures, names nobody and stands apart.
 */
export const EXPLAINER_COLLECTIONS: readonly CollectionRule[] = [
  entriesRule(EXPLAINERS, RECORD_DAYS, 'what was said in the campaign’s name'),
  {
    name: OFFICES,
    indexes: [
      { name: 'by_org', key: { org: 1, name: 1 } },
      // One office answers for a theme, whoever made it.
      { name: 'by_theme', key: { themes: 1 }, unique: true, where: { answers: true } },
    ],
    retention: {
      kind: 'days',
      days: RECORD_DAYS,
      since: 'day',
      reason: 'an office is named by what it answered',
    },
  },
  {
    name: QUESTIONS,
    clustered: true,
    indexes: [
      { name: 'erase', key: { who: 1 } },
      { name: 'queue', key: { org: 1, state: 1, day: 1 } },
    ],
    retention: {
      kind: 'days',
      days: AFTER_ANSWER_DAYS,
      since: 'keptFrom',
      reason:
        'two weeks to read the answer again; a question nobody answered goes 90 days after it was asked',
    },
  },
  {
    name: OUTCOMES,
    clustered: true,
    indexes: [{ name: 'by_day', key: { day: 1 } }],
    retention: {
      kind: 'days',
      days: OUTCOME_DAYS,
      since: 'day',
      reason: 'the public figures of a year, without anybody’s words',
    },
  },
];
