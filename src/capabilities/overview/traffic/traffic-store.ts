import type { mongo } from 'mongoose';
import { readWithin, untilDurable } from '../../../store/durable.ts';
import { STANDING, TRAFFIC } from '../collections.ts';
import type { StandingRow, TrafficRow } from './traffic.ts';

export type Database = mongo.Db;

type Stored<Row> = Row & { _id: string };

/** A page waits no longer than this. */
const PATIENCE_MS = 3_000;

/** Sums in MongoDB: a document a day, channel and process, so that processes never wait for each other. */
export interface TrafficStore {
  write(rows: readonly TrafficRow[], standing: readonly StandingRow[]): Promise<void>;
  /** Of every process; `last` not included. */
  since(day: string): Promise<TrafficRow[]>;
  standing(): Promise<StandingRow[]>;
  /** Forgets a channel. */
  forget(channel: string): Promise<void>;
}

/** @param writer names this process among those that count; another one each time it starts */
export function trafficStore(db: mongo.Db, writer: string): TrafficStore {
  const traffic = db.collection<Stored<TrafficRow>>(TRAFFIC);
  const standings = db.collection<Stored<StandingRow>>(STANDING);
  return {
    async write(rows, standing) {
      if (rows.length > 0) await untilDurable(() => traffic.bulkWrite(rows.map(putting), { ordered: false }));
      if (standing.length > 0)
        await untilDurable(() =>
          standings.bulkWrite(
            standing.map((row) => ({
              updateOne: { filter: { _id: `${row.channel} ${writer}` }, update: { $set: row }, upsert: true },
            })),
            { ordered: false },
          ),
        );
    },
    since: (day) => readWithin(() => traffic.find({ day: { $gte: day } }).toArray(), PATIENCE_MS),
    standing: () => readWithin(() => standings.find().toArray(), PATIENCE_MS),
    async forget(channel) {
      await untilDurable(() => traffic.deleteMany({ channel }));
      await untilDurable(() => standings.deleteMany({ channel }));
    },
  };

  function putting(row: TrafficRow): mongo.AnyBulkWriteOperation<Stored<TrafficRow>> {
    const _id = `${row.day} ${row.channel} ${writer}`;
    return { updateOne: { filter: { _id }, update: { $set: row }, upsert: true } };
  }
}
