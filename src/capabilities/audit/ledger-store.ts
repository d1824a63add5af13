import type { mongo } from 'mongoose';
import type { Fingerprint } from '../../conversation/ports.ts';
import { untilDurable } from '../../store/durable.ts';
import type { Anchors } from './anchors-store.ts';
import { KEPT_DAYS, RECORDS } from './collections.ts';
import { BEGINNING, type Link, linkOf } from './chain.ts';
import type { AuditRecord } from './record.ts';
import { type Verdict, verifyChain } from './verify.ts';

const DAY_MS = 86_400_000;
/** An expiry under way moves the checkpoint under a reader; then it reads again. */
const MOST_READINGS = 3;

/** Verifies the whole chain as it is stored, against its anchors and the heads noted down elsewhere. */
export async function verifyStored(
  db: mongo.Db,
  anchors: Anchors,
  fingerprint: Fingerprint,
  known: readonly Link[],
): Promise<Verdict> {
  for (let reading = 1; ; reading += 1) {
    // Anchors first: what is appended meanwhile lies behind the head that was read, which is no fault.
    const [head, checkpoint] = [await anchors.read('head'), await anchors.read('checkpoint')];
    const records = db.collection(RECORDS).find().sort({ _id: 1 });
    const verdict = await verifyChain({ records, head, checkpoint, known }, fingerprint);
    const moved = JSON.stringify(await anchors.read('checkpoint')) !== JSON.stringify(checkpoint);
    if (verdict.ok || !moved || reading === MOST_READINGS) return verdict;
  }
}

/** Begins a chain where there is none. One that lost its head is no new one: it stays broken for everyone to see. */
export async function beginStored(db: mongo.Db, anchors: Anchors, begun: () => Promise<void>): Promise<void> {
  if ((await anchors.read('head')) !== 'missing') return;
  if ((await db.collection(RECORDS).findOne()) !== null) return;
  if (await anchors.create('head', BEGINNING)) await begun();
}

/**
 * Takes away the beginning of the chain that is older than 24 months (T5) and leaves a checkpoint in its place. A
 * beginning that does not hold stays: it is evidence.
 * @returns how many records went
 */
export async function expireStored(
  db: mongo.Db,
  anchors: Anchors,
  fingerprint: Fingerprint,
  now: number,
): Promise<number> {
  const records = db.collection<AuditRecord>(RECORDS);
  const kept = await records.findOne({ at: { $gte: now - KEPT_DAYS * DAY_MS } }, { sort: { _id: 1 } });
  const last = await records.findOne(kept === null ? {} : { _id: { $lt: kept._id } }, { sort: { _id: -1 } });
  if (last === null) return 0;
  const beginning = records.find({ _id: { $lte: last._id } }).sort({ _id: 1 });
  const checkpoint = await anchors.read('checkpoint');
  const verdict = await verifyChain(
    { records: beginning, head: linkOf(last), checkpoint, known: [] },
    fingerprint,
  );
  if (!verdict.ok) return 0;
  if (!(await anchors.create('checkpoint', verdict.head))) await anchors.move('checkpoint', verdict.head);
  const gone = await untilDurable(() => records.deleteMany({ _id: { $lte: verdict.head.seq } }));
  return gone.deletedCount;
}
