import { mongo } from 'mongoose';
import type { Fingerprint } from '../../conversation/ports.ts';
import { isDuplicateKey, untilDurable } from '../../store/durable.ts';
import { Group } from '../../store/group.ts';
import type { Anchors } from './anchors-store.ts';
import { BEGINNING, follow, type Link, linkOf } from './chain.ts';
import { RECORDS } from './collections.ts';
import type { AuditRecord, Happened } from './record.ts';

/** A person waits in front of a page. */
const PATIENCE_MS = 3000;
const MOST_AT_ONCE = 200;
/** How long to wait for what another process wrote to be readable; grows with each collision up to this. */
const LONGEST_PAUSE_MS = 40;
const DURABLE = { ordered: true, writeConcern: { w: 'majority', journal: true } } as const;

/** Resolves once the record is in the chain, durably. */
export type Append = (happened: Happened) => Promise<void>;

/**
 * Appends records, those that wait at one moment as one command. The unique number decides among processes: who meets a
 * number taken reads the new head and follows that. What a lost answer left behind is known by the record's own key.
 */
export function appendTo(db: mongo.Db, anchors: Anchors, fingerprint: Fingerprint): Append {
  const records = db.collection<AuditRecord>(RECORDS);
  let head: Link | undefined;
  const group = new Group<Happened, null>(async (batch) => {
    let rest = batch;
    await untilDurable(async (again) => {
      if (again) rest = await withoutStored(rest);
      for (let collisions = 0; rest.length > 0; collisions += 1) {
        if (collisions > 0) await pause(Math.min(LONGEST_PAUSE_MS, 2 ** collisions));
        rest = await insert(rest);
      }
      if (head !== undefined) await anchors.move('head', head);
    }, PATIENCE_MS);
    return batch.map(() => null);
  }, MOST_AT_ONCE);
  return async (happened) => {
    await group.add(happened);
  };

  /** @returns what could not be written because its number was taken */
  async function insert(batch: Happened[]): Promise<Happened[]> {
    let last = head ?? (await currentHead(records, anchors));
    head = undefined;
    const chained = batch.map((happened) => {
      const record = follow(last, happened, fingerprint);
      last = linkOf(record);
      return record;
    });
    try {
      await records.insertMany(chained, DURABLE);
    } catch (cause) {
      if (!isDuplicateKey(cause)) throw cause;
      return withoutStored(batch);
    }
    head = last;
    return [];
  }

  async function withoutStored(batch: Happened[]): Promise<Happened[]> {
    head = undefined;
    const keys = batch.map(({ key }) => key);
    const stored = await records
      .find({ key: { $in: keys } })
      .project<{ key: string }>({ key: 1 })
      .toArray();
    const known = new Set(stored.map(({ key }) => key));
    return batch.filter(({ key }) => !known.has(key));
  }
}

/**
 * Where the chain goes on. An anchor that is further than the last record means that the end was cut off: going on from
 * the anchor leaves the gap for everyone to see, instead of closing it.
 */
async function currentHead(records: mongo.Collection<AuditRecord>, anchors: Anchors): Promise<Link> {
  const places = await Promise.all([anchors.read('head'), anchors.read('checkpoint')]);
  const [last] = await records
    .find({ _id: { $gt: 0, $lt: Number.MAX_SAFE_INTEGER } })
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  const links = [...places.filter((place) => typeof place === 'object'), ...(last ? [linkOf(last)] : [])];
  return links.reduce((best, link) => (link.seq > best.seq ? link : best), BEGINNING);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
