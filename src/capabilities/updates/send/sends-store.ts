import { mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from '../../../store/durable.ts';
import { SENDS } from '../collections.ts';

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const PATIENCE_MS = 3000;

/** How far one version of one item has gone out. */
export interface Send {
  /** Id of the item. */
  update: string;
  version: number;
  state: 'running' | 'done' | 'withdrawn';
  /** Subscriptions when it began. */
  of: number;
  /** The talk has it, or will have it by its own outbox; those in doubt are not among them. */
  sent: number;
  /** May not have arrived, and is not sent again. */
  doubtful: number;
  /** Stopped, left or erased before their turn came. */
  unwanted: number;
  /** The last subscriber that was served; null before the first. */
  cursor: Buffer | null;
}

type StoredSend = Omit<Send, 'cursor' | 'doubtful'> & {
  _id: string;
  cursor: mongo.Binary | null;
  day: string;
  /** One key of this purpose for each that is in doubt, so that none is counted twice. */
  doubts?: mongo.Binary[];
};

export interface SendsStore {
  /** Opens it, or finds it where it stands: nothing is ever begun twice. */
  open(of: { update: string; version: number; of: number; day: string }): Promise<Send>;
  find(update: string, version: number): Promise<Send | null>;
  /**
   * Moves the cursor over a page that was served and counts it, in one write: a page served again after a crash is
   * counted once. `false`: another process has moved it meanwhile.
   */
  served(send: Send, page: { cursor: Buffer; sent: number; unwanted: number }): Promise<boolean>;
  end(send: Send, state: 'done' | 'withdrawn'): Promise<void>;
  /** Somebody's may not have arrived. Repeating it with the same key changes nothing. */
  doubt(update: string, version: number, key: Buffer): Promise<void>;
}

export function sendsStore(db: mongo.Db): SendsStore {
  const sends = db.collection<StoredSend>(SENDS);
  const find = async (_id: string): Promise<Send | null> => {
    const found = await sends.findOne({ _id });
    return found === null ? null : read(found);
  };
  return {
    open: ({ update, version, of, day }) =>
      untilDurable(async () => {
        const _id = idOf(update, version);
        const fresh = {
          update,
          version,
          state: 'running',
          of,
          sent: 0,
          unwanted: 0,
          cursor: null,
          day,
        } as const;
        try {
          await sends.updateOne({ _id }, { $setOnInsert: fresh }, { ...DURABLE, upsert: true });
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
        }
        return (await find(_id)) ?? { ...fresh, doubtful: 0 };
      }),

    find: (update, version) => untilDurable(() => find(idOf(update, version)), PATIENCE_MS),

    served: (send, { cursor, sent, unwanted }) =>
      untilDurable(async (again) => {
        const _id = idOf(send.update, send.version);
        const [before, after] = [
          send.cursor === null ? null : new mongo.Binary(send.cursor),
          new mongo.Binary(cursor),
        ];
        const { matchedCount } = await sends.updateOne(
          { _id, state: 'running', cursor: before },
          { $set: { cursor: after }, $inc: { sent, unwanted } },
          DURABLE,
        );
        if (matchedCount === 1 || !again) return matchedCount === 1;
        return (await find(_id))?.cursor?.equals(cursor) === true;
      }),

    end: (send, state) =>
      untilDurable(async () => {
        const _id = idOf(send.update, send.version);
        // Who left before their page came is in no page: they are what is missing at the end.
        const missing = { $max: ['$unwanted', { $subtract: ['$of', '$sent'] }] };
        const closing = { $set: { state, ...(state === 'done' ? { unwanted: missing } : {}) } };
        await sends.updateOne({ _id, state: 'running' }, [closing], DURABLE);
      }),

    async doubt(update, version, key) {
      await untilDurable(() =>
        sends.updateOne(
          { _id: idOf(update, version) },
          { $addToSet: { doubts: new mongo.Binary(key) } },
          DURABLE,
        ),
      );
    },
  };
}

const idOf = (update: string, version: number): string => `${update}:${String(version)}`;

function read({ cursor, update, version, state, of, sent, unwanted, doubts = [] }: StoredSend): Send {
  const at = cursor === null ? null : Buffer.from(cursor.value());
  // A page that is being served is counted when it is done; one of it may be in doubt before.
  return {
    update,
    version,
    state,
    of,
    sent: Math.max(0, sent - doubts.length),
    unwanted,
    doubtful: doubts.length,
    cursor: at,
  };
}
