import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import type { Sealer } from '../../../conversation/ports.ts';
import { EVENTS } from '../collections.ts';
import { type Event, type EventPlan, type EventState, exactPlace } from './event.ts';
import type { StoredEvent } from './stored-event-store.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
/** A year of an association with an event a day; a page of staff shows no more. */
const MAX_LISTED = 400;

/** An event with the numbers of its line. */
export interface CountedEvent extends Event {
  inLine: number;
}

export type Changed =
  | { kind: 'changed'; event: CountedEvent }
  /** `stale`: somebody else changed it first. */
  | { kind: 'refused'; why: 'not_found' | 'stale' | 'capacity_below_confirmed' | 'not_allowed' };

export interface Period {
  /** Milliseconds since 1970, `to` excluded. */
  from: number;
  to: number;
}

/** Events as staff and citizens see them. */
export interface EventsStore {
  add(id: string, org: string, plan: EventPlan, day: string): Promise<void>;
  find(id: string): Promise<CountedEvent | null>;
  /** The day of an event that is no draft any more. */
  dayOf(id: string): Promise<string | null>;
  /** Of these organisations, the earliest first. */
  listOf(orgs: readonly string[], period: Period): Promise<CountedEvent[]>;
  /** Open to everybody and not begun, the nearest first. */
  offered(period: Period, limit: number): Promise<CountedEvent[]>;
  /** All that were ever opened, called off or not, the earliest first. */
  announced(period: Period): Promise<CountedEvent[]>;
  /** Those not begun. */
  idsFrom(from: number): Promise<string[]>;
  allIds(): Promise<string[]>;
  /** Changes the plan if `rev` is the event's and the capacity holds all who are confirmed. `tells` raises `change`. */
  change(
    of: { id: string; org: string; rev: number },
    plan: EventPlan,
    day: string,
    tells: boolean,
  ): Promise<Changed>;
  become(of: { id: string; org: string; from: EventState; rev?: number }, to: EventState): Promise<Changed>;
}

export function eventsStore(db: mongo.Db, sealer: Sealer): EventsStore {
  const events = db.collection<StoredEvent>(EVENTS);
  const list = async (filter: mongo.Filter<StoredEvent>, limit: number): Promise<CountedEvent[]> => {
    const docs = await untilDurable(() =>
      events
        .aggregate([
          { $match: filter },
          { $sort: { starts: 1, _id: 1 } },
          { $limit: limit },
          { $set: { inLine: { $size: '$line' } } },
          { $unset: ['line', 'tickets'] },
        ])
        .toArray(),
    );
    return docs.map((doc) => read(doc, sealer));
  };
  const find = async (id: string): Promise<CountedEvent | null> =>
    (await list({ _id: { $eq: id } }, 1))[0] ?? null;
  const ids = async (filter: mongo.Filter<StoredEvent>): Promise<string[]> =>
    (await untilDurable(() => events.find(filter, { projection: { _id: 1 } }).toArray())).map(
      ({ _id }) => _id,
    );
  return {
    async add(id, org, plan, day) {
      const fresh = { org, state: 'draft', day, rev: 1, change: 0, tickets: 0, line: [] } as const;
      await untilDurable(async (again) => {
        try {
          await events.insertOne({ _id: id, ...stored(plan, id, sealer), ...fresh, line: [] }, DURABLE);
        } catch (cause) {
          if (!(again && isDuplicateKey(cause))) throw cause;
        }
      });
    },
    find,
    async dayOf(id) {
      const doc = await untilDurable(() =>
        events.findOne({ _id: { $eq: id }, state: { $ne: 'draft' } }, { projection: { day: 1 } }),
      );
      return doc?.day ?? null;
    },
    listOf: (orgs, { from, to }) =>
      list({ org: { $in: [...orgs] }, starts: { $gte: from, $lt: to } }, MAX_LISTED),
    offered: ({ from, to }, limit) => list({ state: 'open', starts: { $gt: from, $lt: to } }, limit),
    announced: ({ from, to }) =>
      list({ state: { $in: ['open', 'closed', 'cancelled'] }, starts: { $gt: from, $lt: to } }, MAX_LISTED),
    idsFrom: (from) => ids({ starts: { $gt: from } }),
    allIds: () => ids({}),
    async change({ id, org, rev }, plan, day, tells) {
      const before = await find(id);
      if (before === null || before.org !== org) return { kind: 'refused', why: 'not_found' };
      const confirmed = { $min: [{ $size: '$line' }, '$capacity'] };
      const update = { ...stored(plan, id, sealer), day };
      const { matchedCount } = await untilDurable(() =>
        events.updateOne(
          {
            _id: { $eq: id },
            org: { $eq: org },
            rev,
            state: { $ne: 'cancelled' },
            $expr: { $lte: [confirmed, plan.capacity] },
          },
          { $set: update, $inc: { rev: 1, change: tells ? 1 : 0 } },
          DURABLE,
        ),
      );
      return settled(await find(id), matchedCount, (now) =>
        now.state === 'cancelled' ? 'not_allowed' : now.rev !== rev ? 'stale' : 'capacity_below_confirmed',
      );
    },
    async become({ id, org, from, rev }, to) {
      const { matchedCount } = await untilDurable(() =>
        events.updateOne(
          { _id: { $eq: id }, org: { $eq: org }, state: from, ...(rev === undefined ? {} : { rev }) },
          { $set: { state: to }, $inc: { rev: 1, change: to === 'cancelled' ? 1 : 0 } },
          DURABLE,
        ),
      );
      return settled(await find(id), matchedCount, () => 'stale');
    },
  };
}

function settled(
  now: CountedEvent | null,
  matched: number,
  why: (now: CountedEvent) => 'stale' | 'capacity_below_confirmed' | 'not_allowed',
): Changed {
  if (now === null) return { kind: 'refused', why: 'not_found' };
  return matched > 0 ? { kind: 'changed', event: now } : { kind: 'refused', why: why(now) };
}

type StoredPlan = Omit<StoredEvent, '_id' | 'org' | 'state' | 'day' | 'rev' | 'change' | 'tickets' | 'line'>;

/** Field by field: what a form carried besides never reaches the document. */
const stored = (plan: EventPlan, id: string, sealer: Sealer): StoredPlan => ({
  kind: plan.kind,
  title: { fr: plan.title.fr, bm: plan.title.bm },
  starts: plan.starts,
  region: plan.region,
  place: plan.place,
  exact: plan.exact === null ? null : new mongo.Binary(sealer.seal(plan.exact, exactPlace(id))),
  capacity: plan.capacity,
  minAge: plan.minAge,
  authorisation: plan.authorisation,
});

function read(doc: mongo.Document, sealer: Sealer): CountedEvent {
  const {
    _id,
    exact,
    region = null,
    ...rest
  } = doc as Omit<StoredEvent, 'tickets' | 'line'> & { inLine: number };
  return {
    ...rest,
    id: _id,
    region,
    exact: exact === null ? null : sealer.open(exact.value(), exactPlace(_id)),
  };
}
