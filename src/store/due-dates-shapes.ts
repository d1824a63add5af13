import { mongo } from 'mongoose';
import { z } from 'zod';
import type { Fingerprint, Sealer } from '../conversation/ports.ts';
import type { Due } from '../schedule/due-dates.ts';
import type { CollectionRule } from './collections.ts';

export const DUE_DATES = 'due_dates';

/** To be opened and expired with the capabilities' collections. */
export const DUE_COLLECTIONS = [
  {
    name: DUE_DATES,
    indexes: [{ name: 'due', key: { at: 1 }, where: { open: true } }],
    retention: {
      kind: 'days',
      days: 30,
      since: 'at',
      reason: 'Run at once or given up within a day; what failed stays a month for whoever looks into it.',
    },
  },
] as const satisfies readonly CollectionRule[];

/** A due-date as it lies in the database. Times are milliseconds since 1970. */
export interface DueDoc {
  /** Fingerprint of (kind, id): ids may name people. */
  _id: mongo.Binary;
  kind: string;
  at: number;
  /** Only where two settings may overtake each other. */
  order?: number;
  /** Fingerprint of time and params: tells a repeated `set` from a move. */
  mark: mongo.Binary;
  /** `{ id, params }` in an envelope. */
  params: mongo.Binary;
  /** Nobody may take it before: the end of a lease, or of the pause after a failure. */
  free: number;
  attempts: number;
  /** Waiting or being run; gone when it is given up. */
  open?: true;
  /** Who runs it. */
  holder?: string;
  /** Of the last failure. */
  code?: string;
  gaveUpAt?: number;
}

/** What binds a document to its due-date. */
export interface DueSeals {
  fingerprint: Fingerprint;
  sealer: Sealer;
}

const sealedPart = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const keyOf = ({ fingerprint }: DueSeals, kind: string, id: string): mongo.Binary =>
  new mongo.Binary(fingerprint('due-date', kind, id));

/** The same for the same time and params, whatever the order they are named in. */
export function markOf({ fingerprint }: DueSeals, at: number, params: Due['params']): mongo.Binary {
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return new mongo.Binary(fingerprint('due-date-mark', String(at), JSON.stringify(sorted)));
}

export const sealParams = ({ sealer }: DueSeals, key: mongo.Binary, { id, params }: Due): mongo.Binary =>
  new mongo.Binary(sealer.seal(JSON.stringify({ id, params }), placeOf(key)));

/** @throws Fault `sealed_unreadable` or `key_gone` */
export const openDue = ({ sealer }: DueSeals, { _id, kind, at, params }: DueDoc): Due => ({
  kind,
  at,
  ...sealedPart.parse(JSON.parse(sealer.open(params.buffer, placeOf(_id)))),
});

const placeOf = (key: mongo.Binary): string => `due_dates/params/${key.toString('hex')}`;
