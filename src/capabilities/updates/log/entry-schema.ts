import { z } from 'zod';
import type { LogEntry } from './ports.ts';

const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const mark = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/**
 * The shape of an entry from outside. What an item says is not looked into: its words are what was signed, whatever
 * fields items had at that time.
 */
const logEntry = z.strictObject({
  seq: z.int().positive(),
  prev: digest,
  hash: digest,
  key: digest,
  signature: z.string().length(86),
  statement: z.strictObject({
    v: z.literal(1),
    kind: z.enum(['published', 'corrected', 'withdrawn']),
    number: z.string().regex(/^ML-\d{4}-\d{4,6}$/),
    version: z.int().positive(),
    at: z.iso.datetime({ precision: 0 }),
    publisher: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
    content: z.looseObject({}),
    reason: z.string().nullable(),
    author: mark,
    verifier: mark,
  }),
  demo: z.boolean(),
});

/** The entry as it came, not as a schema would copy it: its signature is over what came. */
export const readEntry = (found: unknown): LogEntry | undefined =>
  logEntry.safeParse(found).success ? (found as LogEntry) : undefined;
