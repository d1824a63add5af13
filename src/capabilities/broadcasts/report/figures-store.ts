import { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { RECIPIENTS } from '../plan/collections.ts';
import type { RecipientIds } from '../plan/recipient-ids.ts';
import type { RecipientState, Segment } from '../plan/recipient.ts';
import type { RecipientDoc, RunDoc } from '../plan/documents-store.ts';
import { NO_TALLY, type Tally } from './tally.ts';

/** One person's state, and nothing by which they could be known. */
export interface Row {
  /** The first letters of a keyed hash of person and broadcast. */
  id: string;
  state: RecipientState;
  lang: string;
  channel: string;
  region: string;
  reason: string;
}

/** Why people were not reached. */
export interface Cause {
  state: RecipientState;
  reason: string;
  people: number;
}

/** A million people are a million documents: each of these goes over all of them once. */
export interface FiguresStore {
  planned(ids: RecipientIds): Promise<Required<Pick<RunDoc, 'of' | 'channels' | 'regions'>>>;
  /** `until`: of the first ones alone. */
  tally(ids: RecipientIds, until?: Buffer): Promise<Tally>;
  /** By the value of one segment; `''`: they have not said. */
  bySegment(ids: RecipientIds, segment: Segment): Promise<ReadonlyMap<string, Tally>>;
  /** Those who were not reached, by state and reason. */
  byReason(ids: RecipientIds): Promise<Cause[]>;
  /** In the order of their ids, which tells nothing. `after`: an id as a row has it. */
  rows(ids: RecipientIds, of: { state?: RecipientState; after?: string; limit: number }): Promise<Row[]>;
}

export function figuresStore(db: mongo.Db): FiguresStore {
  const recipients = db.collection<RecipientDoc>(RECIPIENTS);
  const grouped = (match: mongo.Filter<RecipientDoc>, ...by: (keyof Group['_id'])[]): Promise<Group[]> => {
    const _id = Object.fromEntries(by.map((field) => [field, `$${field}`]));
    return untilDurable(() =>
      recipients.aggregate<Group>([{ $match: match }, { $group: { _id, n: { $sum: 1 } } }]).toArray(),
    );
  };
  return {
    async planned(ids) {
      const found = await grouped(within(ids), 'channel', 'region');
      return {
        of: found.reduce((sum, { n }) => sum + n, 0),
        channels: [...new Set(found.flatMap(({ _id }) => _id.channel ?? []))].sort(),
        regions: [...new Set(found.flatMap(({ _id }) => _id.region ?? []))].sort(),
      };
    },
    tally: async (ids, until) => tallyOf(await grouped(within(ids, until), 'state')),
    async bySegment(ids, segment) {
      const found = await grouped(within(ids), 'state', segment);
      const values = [...new Set(found.map(({ _id }) => _id[segment] ?? ''))].sort();
      return new Map(
        values.map((value) => [value, tallyOf(found.filter(({ _id }) => (_id[segment] ?? '') === value))]),
      );
    },
    async byReason(ids) {
      const found = await grouped({ ...within(ids), state: { $in: [...NOT_REACHED] } }, 'state', 'reason');
      return found
        .map(({ _id: { state = 'failed', reason = '' }, n }) => ({ state, reason, people: n }))
        .sort((a, b) => b.people - a.people);
    },
    rows: (ids, { state, after, limit }) =>
      untilDurable(async () => {
        const from =
          after === undefined
            ? ids.from
            : Buffer.concat([ids.from.subarray(0, 8), Buffer.from(after, 'hex')]);
        const filter = { ...within({ ...ids, from }), ...(state !== undefined && { state }) };
        const found = await recipients.find(filter).sort({ _id: 1 }).limit(limit).toArray();
        return found.map(rowOf);
      }),
  };
}

const NOT_REACHED = ['failed', 'blocked', 'unknown', 'skipped'] as const;

const within = ({ from, to }: RecipientIds, until = to) => ({
  _id: { $gt: new mongo.Binary(from), $lte: new mongo.Binary(until) },
});

/** How many documents have these values. */
interface Group {
  _id: Partial<Pick<RecipientDoc, 'state' | Segment | 'reason'>>;
  n: number;
}

const tallyOf = (found: readonly Group[]): Tally => ({
  ...NO_TALLY,
  ...(Object.fromEntries(found.map(({ _id: { state }, n }) => [state, n])) as Partial<Tally>),
});

const rowOf = ({ _id, state, lang, channel, region = '', reason = '' }: RecipientDoc): Row => ({
  id: Buffer.from(_id.value()).subarray(8).toString('hex'),
  ...{ state, lang, channel, region, reason },
});
