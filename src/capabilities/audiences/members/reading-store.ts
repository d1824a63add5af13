import { mongo } from 'mongoose';
import { daysAfter } from '../../../domain/clock.ts';
import { untilDurable } from '../../../store/durable.ts';
import { MEMBERS } from '../collections.ts';
import type { Audience } from '../model/audience.ts';
import type { Member, Scope } from '../ports.ts';
import type { Database } from './members-store.ts';
import { filterOf, regionsOf } from './filter-store.ts';
import type { StoredMember } from './stored-store.ts';

/** Which channels take no message now for whom. */
export interface ChannelRules {
  /** Free words only within a day of the person's own: later what is for their people waits for them. */
  windowed: readonly string[];
  /** Must not be used to broadcast: what is for their people waits for them. */
  waiting: readonly string[];
}

export interface Reading {
  of: Audience;
  scope: Scope;
  /** `YYYY-MM-DD`. */
  today: string;
}

/**
 * Who wrote on this day or later may still be within the day in which their channel takes free words. Nothing finer is known
 * of anybody here (T6): a send asks the channel for the hour, and leaves it waiting for who was too late.
 */
export const openSince = (today: string): string => daysAfter(today, -1);

/** Reads a page of those who may be written to, now or when they write next, by an index that goes on with their ids. */
export type ReadPage = (reading: Reading, after: Buffer | null, limit: number) => Promise<Member[]>;

/** Read in one step: talks are answered in between. */
const A_BATCH = 2000;

export const pageReader =
  (db: Database): ReadPage =>
  (reading, after, limit) =>
    untilDurable(async () => {
      const { filter, hint } = wanted(reading, after);
      const found = await db
        .collection<StoredMember>(MEMBERS)
        .find(filter, { sort: { _id: 1 }, limit, hint, projection: SHOWN, batchSize: A_BATCH })
        .toArray();
      return found.flatMap(memberIn);
    });

/** The search behind a page, and the index that finds it in the order of the ids. */
export function wanted(
  { of, scope, today }: Reading,
  after: Buffer | null,
): { filter: mongo.Filter<StoredMember>; hint: string } {
  const regions = regionsOf(of, scope);
  return {
    filter: {
      writable: true,
      ...(regions === undefined ? {} : { region: { $in: [...regions] } }),
      ...(after === null ? {} : { _id: { $gt: new mongo.Binary(after) } }),
      $and: [filterOf(of, today)],
    },
    hint: regions === undefined ? 'writable' : 'writable_by_region',
  };
}

const SHOWN = { reach: 1, lang: 1, channel: 1, region: 1 };

function memberIn({ _id, reach, lang, channel, region }: StoredMember): Member[] {
  if (reach === null) return [];
  const where = region === undefined ? {} : { region };
  return [{ id: Buffer.from(_id.value()), reach: Buffer.from(reach.value()), lang, channel, ...where }];
}
