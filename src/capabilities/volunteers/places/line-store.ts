import { mongo } from 'mongoose';
import { untilDurable } from '../../../store/durable.ts';
import { EVENTS } from '../collections.ts';
import type { EventState } from '../events/event.ts';
import type { StoredEvent } from '../events/stored-event-store.ts';
import { bytes } from '../volunteer/volunteers-store.ts';
import { CLAIM_MS, type LineEntry, MAX_LINE, type Standing, standingAt } from './line.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** Why a claim got no place. */
export type NoPlace = 'unknown' | 'not_open' | 'cancelled' | 'past' | 'too_young' | 'line_full';

export type Claimed =
  /** `fresh`: this very claim took it, or one whose turn never came to an end; nobody was told of it before. */
  { kind: 'standing'; standing: Standing; fresh: boolean } | { kind: 'none'; why: NoPlace };

export interface Claim {
  event: string;
  who: Buffer;
  claim: Buffer;
  now: number;
  /** The person is at least so old on the event's day. */
  age: number;
}

/** A line as it is looked after. */
export interface Line {
  state: EventState;
  starts: number;
  capacity: number;
  change: number;
  entries: LineEntry[];
}

/** What is to be done about a line, computed by MongoDB. */
export interface Outlook {
  state: EventState;
  starts: number;
  /** Somebody has a place and was last told that they wait. */
  moved: boolean;
  /** When the oldest unconfirmed claim lapses, where somebody waits behind it. */
  lapses: number | null;
}

/** Who has a place: every write is one atomic update of the event's document. */
export interface LineStore {
  claim(claim: Claim): Promise<Claimed>;
  /** A commit has confirmed it; `false`: it has lapsed, or was never there. */
  confirm(event: string, who: Buffer, ticket: number): Promise<boolean>;
  /** Takes exactly this ticket out of the line. */
  release(event: string, who: Buffer, ticket: number): Promise<void>;
  /** Takes whoever has this id out of the line, whatever the ticket. */
  remove(event: string, who: Buffer): Promise<void>;
  /** Whoever is `from` is `to` in the line from then on, and has the place of the two that is further ahead. */
  unite(event: string, from: Buffer, to: Buffer): Promise<void>;
  standing(event: string, who: Buffer): Promise<Standing | null>;
  /** Events with one of these in their line, the nearest first. */
  withAny(who: readonly Buffer[]): Promise<string[]>;
  line(event: string): Promise<Line | null>;
  outlook(event: string): Promise<Outlook | null>;
  /** Claims that no commit confirmed in time are gone. */
  dropLapsed(event: string, now: number): Promise<void>;
  /** Its person knows now that they have a place. */
  told(event: string, ticket: number): Promise<void>;
}

export function lineStore(db: mongo.Db): LineStore {
  const events = db.collection<StoredEvent>(EVENTS);
  const pull = (event: string, entry: Record<string, unknown>) =>
    untilDurable(() =>
      events.updateOne({ _id: event, line: { $elemMatch: entry } }, { $pull: { line: entry } }, DURABLE),
    );
  return {
    async claim(claim) {
      const { event, who, now, age } = claim;
      const found = await untilDurable(() =>
        events.findOneAndUpdate(
          { _id: { $eq: event }, state: 'open', starts: { $gt: now }, minAge: { $lte: age } },
          joining(claim),
          { returnDocument: 'after', projection: own(who), ...DURABLE },
        ),
      );
      if (found === null) return { kind: 'none', why: await whyNone(events, claim) };
      const place = read(found);
      if (place === null) return { kind: 'none', why: 'line_full' };
      return {
        kind: 'standing',
        standing: place.standing,
        fresh: place.open || place.claim.equals(claim.claim),
      };
    },
    async confirm(event, who, ticket) {
      const { matchedCount } = await untilDurable(() =>
        events.updateOne(
          { _id: event, line: { $elemMatch: { who: binary(who), ticket } } },
          { $unset: { 'line.$.until': '' } },
          DURABLE,
        ),
      );
      return matchedCount > 0;
    },
    async release(event, who, ticket) {
      await pull(event, { who: binary(who), ticket });
    },
    async remove(event, who) {
      await pull(event, { who: binary(who) });
    },
    async unite(event, from, to) {
      await untilDurable(() =>
        events.updateOne({ _id: { $eq: event } }, uniting(binary(from), binary(to)), DURABLE),
      );
    },
    async standing(event, who) {
      const doc = await untilDurable(() => events.findOne({ _id: { $eq: event } }, { projection: own(who) }));
      return doc === null ? null : (read(doc)?.standing ?? null);
    },
    async withAny(who) {
      const docs = await untilDurable(() =>
        events
          .find({ 'line.who': { $in: who.map(binary) } } as mongo.Filter<StoredEvent>, {
            projection: { _id: 1 },
          })
          .sort({ starts: 1 })
          .toArray(),
      );
      return docs.map(({ _id }) => _id);
    },
    async line(event) {
      const doc = await untilDurable(() =>
        events.findOne(
          { _id: { $eq: event } },
          { projection: { state: 1, starts: 1, capacity: 1, change: 1, line: 1 } },
        ),
      );
      if (doc === null) return null;
      const { state, starts, capacity, change, line } = doc;
      const entries = line.map((entry) => ({
        ...entry,
        who: bytes(entry.who),
        claim: bytes(entry.claim),
      }));
      return { state, starts, capacity, change, entries };
    },
    async outlook(event) {
      const doc = await untilDurable(() => events.findOne({ _id: { $eq: event } }, { projection: OUTLOOK }));
      return doc === null ? null : readOutlook(doc);
    },
    async dropLapsed(event, now) {
      await pull(event, { until: { $lte: now } });
    },
    async told(event, ticket) {
      await untilDurable(() =>
        events.updateOne({ _id: event, 'line.ticket': ticket }, { $unset: { 'line.$.waits': '' } }, DURABLE),
      );
    },
  };
}

/**
 * Joins the end of the line, unless this person is in it already or it is too long. Lapsed claims leave first, so that a
 * place nobody took is free for this very claim. One update, evaluated by MongoDB on the document it locks.
 */
function joining({ who, claim, now }: Claim): mongo.Document[] {
  const living = { $or: [{ $eq: [{ $type: '$$entry.until' }, 'missing'] }, { $gt: ['$$entry.until', now] }] };
  const entry = {
    who: binary(who),
    ticket: { $add: ['$tickets', 1] },
    claim: binary(claim),
    until: { $literal: now + CLAIM_MS },
    waits: { $cond: [{ $gte: [{ $size: '$line' }, '$capacity'] }, true, '$$REMOVE'] },
  };
  const stays = {
    $or: [{ $in: [binary(who), '$line.who'] }, { $gte: [{ $size: '$line' }, MAX_LINE] }],
  };
  return [
    { $set: { line: { $filter: { input: '$line', as: 'entry', cond: living } } } },
    {
      $set: {
        line: { $cond: [stays, '$line', { $concatArrays: ['$line', [entry]] }] },
        tickets: { $cond: [stays, '$tickets', { $add: ['$tickets', 1] }] },
      },
    },
  ];
}

/** One update, evaluated by MongoDB on the document it locks: a place claimed meanwhile is one of the two. */
function uniting(from: mongo.Binary, to: mongo.Binary): mongo.Document[] {
  const rankOf = (who: mongo.Binary) => ({ $indexOfArray: ['$line.who', who] });
  const later = { $arrayElemAt: ['$line.ticket', { $max: ['$$theirs', '$$ours'] }] };
  const one = { $lt: [{ $min: ['$$theirs', '$$ours'] }, 0] };
  const cond = { $or: [one, { $ne: ['$$entry.ticket', '$$later'] }] };
  const stay = { $filter: { input: '$line', as: 'entry', cond } };
  const named = { $mergeObjects: ['$$entry', { who: to }] };
  const renamed = { $cond: [{ $eq: ['$$entry.who', from] }, named, '$$entry'] };
  return [
    {
      $set: {
        line: {
          $let: {
            vars: { theirs: rankOf(from), ours: rankOf(to) },
            in: { $let: { vars: { later }, in: stay } },
          },
        },
      },
    },
    { $set: { line: { $map: { input: '$line', as: 'entry', in: renamed } } } },
  ];
}

/** One person's part of the line, computed by MongoDB: nobody else's entry leaves the database. */
const own = (who: Buffer): mongo.Document => ({
  capacity: 1,
  rank: { $indexOfArray: ['$line.who', binary(who)] },
  mine: { $filter: { input: '$line', as: 'entry', cond: { $eq: ['$$entry.who', binary(who)] } } },
});

function read(doc: mongo.Document): { standing: Standing; claim: Buffer; open: boolean } | null {
  const { capacity, rank, mine } = doc as { capacity: number; rank: number; mine: LineEntry[] };
  const [entry] = mine;
  if (entry === undefined) return null;
  return {
    standing: standingAt(rank, capacity, entry.ticket),
    claim: bytes(entry.claim),
    open: entry.until !== undefined,
  };
}

const OUTLOOK: mongo.Document = {
  state: 1,
  starts: 1,
  moved: {
    $anyElementTrue: {
      $map: { input: { $slice: ['$line', '$capacity'] }, in: { $eq: ['$$this.waits', true] } },
    },
  },
  until: { $min: '$line.until' },
  queue: { $gt: [{ $size: '$line' }, '$capacity'] },
};

function readOutlook(doc: mongo.Document): Outlook {
  const { state, starts, moved, until, queue } = doc as {
    state: EventState;
    starts: number;
    moved: boolean;
    until?: number | null;
    queue: boolean;
  };
  return { state, starts, moved, lapses: queue ? (until ?? null) : null };
}

/** Asked only when a claim found no open event: why, for the words that are said. */
async function whyNone(events: mongo.Collection<StoredEvent>, { event, now, age }: Claim): Promise<NoPlace> {
  const doc = await untilDurable(() =>
    events.findOne({ _id: { $eq: event } }, { projection: { state: 1, starts: 1, minAge: 1 } }),
  );
  if (doc === null || doc.state === 'draft') return 'unknown';
  if (doc.state === 'cancelled') return 'cancelled';
  if (doc.starts <= now) return 'past';
  if (doc.minAge > age) return 'too_young';
  return 'not_open';
}

const binary = (id: Uint8Array): mongo.Binary => new mongo.Binary(id);
