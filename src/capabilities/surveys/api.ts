import { z } from 'zod';
import { refusal } from '../../domain/faults.ts';
import { ASK_TYPES } from '../../engine/types.ts';
import { type ApiRoute, apiRoute } from '../../web/api/index.ts';
import type { Role } from '../../web/staff/index.ts';
import type { ReaderOf } from './reader.ts';

/** Who may see counts and shares; the pages' own list. */
type Readers = readonly Role[];

const participation = {
  started: z.int().describe('Persons who answered at least one question or reached an end.'),
  complete: z.int(),
  lastDay: z.iso.date().nullable(),
};

const survey = z.object({
  id: z.string(),
  ...participation,
  questions: z.array(z.object({ key: z.string(), type: z.enum(ASK_TYPES) })),
});

const line = {
  key: z.string().describe('Code of the choice, yes, no, region, or the class in digits.'),
  withoutPosition: z.boolean().describe('"Don’t know" or "refused".'),
  range: z.object({ from: z.number(), to: z.number(), whole: z.boolean() }).optional(),
  meanPlace: z.number().optional().describe('Of an order: its mean place, 1 the highest.'),
};

/** A count of 1 to 4 persons never leaves; `hidden` says why a line has none. */
const category = z.union([
  z.object({ ...line, count: z.int(), share: z.number() }),
  z.object({ ...line, count: z.null(), hidden: z.enum(['small', 'masked']) }),
]);

const results = z.object({
  survey: z.string(),
  ...participation,
  shared: z
    .int()
    .nullable()
    .describe('Persons with an answer given on a phone several people use; null: few, or all but few.'),
  rehearsal: z.boolean().describe('A development machine: nothing is hidden.'),
  questions: z.array(
    z.object({
      question: z.string(),
      type: z.enum(ASK_TYPES),
      n: z
        .int()
        .describe(
          'Base of the shares. Of type multi the lines overlap; of type rank they count who stands first.',
        ),
      unanswered: z.int(),
      current: z.boolean().describe('False: asked otherwise, or not at all, by now.'),
      version: z
        .string()
        .optional()
        .describe('A version of the flow that asked it so, where it is not current.'),
      categories: z.array(category),
      numbers: z
        .object({
          min: z.number().nullable(),
          median: z.number(),
          mean: z.number(),
          max: z.number().nullable(),
        })
        .optional(),
    }),
  ),
});

/** Surveys for programs: exactly what the pages show, suppressed alike. */
export const surveyApi = (readerOf: ReaderOf, readers: Readers): ApiRoute[] => [
  apiRoute({
    ...{ method: 'get', path: '/surveys', roles: readers, shared: 'surveys' },
    summary: 'All surveys, and how many took part',
    answer: z.object({ surveys: z.array(survey) }),
    async run({ person }) {
      const list = await readerOf(person.org).list();
      return {
        surveys: list.map(({ outline, participation: counted }) => ({
          id: outline.id,
          ...counted,
          questions: outline.questions.map(({ key, type }) => ({ key, type })),
        })),
      };
    },
  }),
  apiRoute({
    ...{ method: 'get', path: '/surveys/:survey/results', roles: readers, shared: 'surveys' },
    summary: 'Results of a survey',
    description: 'Unweighted. Counts of 1 to 4, and those that would give one away, are null.',
    params: z.object({ survey: z.string().max(64) }),
    answer: results,
    refuses: [404],
    async run({ params, person }) {
      const found = await readerOf(person.org).results(params.survey);
      if (found === null) throw refusal('not_found', 'There is no such survey; see /api/v1/surveys.');
      return found;
    },
  }),
];
