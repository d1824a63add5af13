import { mongo } from 'mongoose';
import { readWithin, untilDurable } from '../../store/durable.ts';
import { READINESS } from './collections.ts';
import type { HandLine } from './lines.ts';

export type Database = mongo.Db;

/** Somebody said so. */
export interface Mark {
  /** Account id. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** An administrator opened all the same, and why; the words are sealed. */
export interface Waiver extends Mark {
  reason: Buffer;
}

interface StoredMark extends Mark {
  _id: HandLine | 'waiver';
  day: string;
  reason?: mongo.Binary;
}

export interface Marks {
  all(): Promise<{ marks: ReadonlyMap<string, Mark>; waiver: Waiver | undefined }>;
  /** Puts it in the place of an earlier one. */
  put(line: HandLine, mark: Mark, day: string): Promise<void>;
  putWaiver(waiver: Waiver, day: string): Promise<void>;
  remove(line: HandLine | 'waiver'): Promise<void>;
}

const PATIENCE_MS = 3_000;
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

/** What was ticked by hand before a campaign opens. */
export function marksStore(db: mongo.Db): Marks {
  const stored = db.collection<StoredMark>(READINESS);
  const put = async ({ _id, ...mark }: StoredMark): Promise<void> => {
    await untilDurable(() => stored.replaceOne({ _id }, mark, { upsert: true, ...DURABLE }));
  };
  return {
    async all() {
      const found = await readWithin(() => stored.find().toArray(), PATIENCE_MS);
      const waiver = found.find(({ _id }) => _id === 'waiver');
      return {
        marks: new Map(found.map(({ _id, by, at }) => [_id, { by, at }])),
        waiver:
          waiver?.reason === undefined
            ? undefined
            : { by: waiver.by, at: waiver.at, reason: Buffer.from(waiver.reason.value()) },
      };
    },
    put: (line, mark, day) => put({ _id: line, ...mark, day }),
    putWaiver: ({ by, at, reason }, day) =>
      put({ _id: 'waiver', by, at, day, reason: new mongo.Binary(reason) }),
    async remove(line) {
      await untilDurable(() => stored.deleteOne({ _id: line }, DURABLE));
    },
  };
}
