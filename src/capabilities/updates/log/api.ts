import { z } from 'zod';
import { type ApiRoute, apiRoute, wholeNumber } from '../../../web/api/index.ts';
import type { PublicLog } from './ports.ts';

const ENTRIES_UNLESS_ASKED = 50;
const MOST_ENTRIES = 200;

const entry = z.object({
  seq: z.int(),
  prev: z.string(),
  hash: z.string(),
  key: z.string(),
  signature: z.string(),
  statement: z.looseObject({
    kind: z.enum(['published', 'corrected', 'withdrawn']),
    number: z.string(),
    version: z.int(),
    at: z.iso.datetime(),
  }),
  demo: z.boolean(),
});

/** The signed log of publications for programs; the same is public as a file at `/verify/log.jsonl`. */
export const logApi = (log: Pick<PublicLog, 'after'>): ApiRoute[] => [
  apiRoute({
    ...{
      method: 'get',
      path: '/updates/log',
      roles: ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'],
    },
    summary: 'What was published, corrected and withdrawn, in order, signed',
    query: z.strictObject({
      after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
      limit: wholeNumber(1, MOST_ENTRIES).optional(),
    }),
    answer: z.object({
      entries: z.array(entry),
      next: z.int().nullable().describe('Goes into "after" for later ones.'),
    }),
    async run({ query: { after = 0, limit = ENTRIES_UNLESS_ASKED } }) {
      const found = await log.after(after, limit + 1);
      const entries = found.slice(0, limit);
      return { entries, next: found.length > limit ? (entries.at(-1)?.seq ?? null) : null };
    },
  }),
];
