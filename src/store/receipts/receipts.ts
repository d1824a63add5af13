import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import type { Delivery, Fingerprint, Sealer } from '../../conversation/ports.ts';
import { type Clock, dayOf } from '../../domain/clock.ts';
import type { Fate } from '../../outbox/fate.ts';
import { isDuplicateKey, untilDurable } from '../durable.ts';
import { Group } from '../group.ts';
import { Metered } from './metered.ts';
import { RECEIPTS, type ReceiptDoc, type State, STATES } from './shapes.ts';

interface Update {
  _id: mongo.Binary;
  write: mongo.AnyBulkWriteOperation<ReceiptDoc>;
  /** A platform told it, so that whoever waits for the news is told too. */
  news?: true;
}

/** What became of the messages of a mailing; every state is there. */
export type Figures = Readonly<Record<State, number>>;

/** What a platform's news led to. */
export interface Told {
  /** Counted as paid for, for the first time. */
  metered: boolean;
  /** Whose talk it was, where the person is found to be gone. */
  gone?: string;
  /** Of something staff said: in whose talk. */
  reply?: string;
  /** Of a broadcast: which, and to whose talk. */
  mailing?: { broadcast: string; to: string };
}

/** Whose talk a message was in, and of which broadcast it was; without one it is something staff said. */
interface Whose {
  to: string;
  broadcast?: string;
}

/**
 * What became of each message, by a fingerprint: no address, no words (T6). News may come in any order, more than once
 * and before we know ourselves that the message has left; the state only ever moves forward.
 */
export class Receipts {
  readonly #receipts: mongo.Collection<ReceiptDoc>;
  readonly #metered: Metered;
  readonly #fingerprint: Fingerprint;
  readonly #sealer: Sealer;
  readonly #clock: Clock;
  readonly #writes: Group<Update, Whose | null>;

  constructor(connection: Connection, fingerprint: Fingerprint, sealer: Sealer, clock: Clock) {
    this.#receipts = connection.collection(RECEIPTS) as unknown as mongo.Collection<ReceiptDoc>;
    this.#metered = new Metered(connection);
    this.#fingerprint = fingerprint;
    this.#sealer = sealer;
    this.#clock = clock;
    this.#writes = new Group(async (updates) => {
      await untilDurable(() => this.#write(updates));
      return this.#toldOf(updates);
    });
  }

  /** Resolves when it is kept; safe to repeat. */
  async left({ conversation, item, state, as, code }: Fate): Promise<void> {
    const { channel, account } = item.route;
    const _id = as === undefined ? this.#key('message', item.message.id) : this.#key(channel, account, as);
    const day = this.#today();
    const to = new mongo.Binary(this.#sealer.seal(item.saidIn ?? conversation, placeOf(_id)));
    const write = reaching(_id, state, {
      ...{ channel, day, to },
      ...(code !== undefined && { code }),
      ...(item.broadcast !== undefined && { broadcast: item.broadcast, mailing: true as const }),
      ...(item.saidIn !== undefined && { reply: true as const }),
    });
    const kept = [this.#writes.add({ _id, write })];
    if (item.saidIn !== undefined && as !== undefined) {
      const ours = this.#key('message', item.message.id);
      kept.push(this.#writes.add({ _id: ours, write: reaching(ours, state, { channel, day, leads: _id }) }));
    }
    await Promise.all(kept);
  }

  /** What a platform tells; resolves when it is kept. */
  async told(channel: string, account: string, { id, state, code, gone, metered }: Delivery): Promise<Told> {
    const _id = this.#key(channel, account, id);
    const what = { channel, day: this.#today(), ...(code !== undefined && { code }) };
    const known = await this.#writes.add({ _id, write: reaching(_id, state, what), news: true });
    const counted = metered !== undefined && (await this.#countOnce(_id, channel, metered));
    const whose = gone === true ? await this.#whose(_id) : undefined;
    return {
      metered: counted,
      ...(whose !== undefined && { gone: whose }),
      ...(known !== null && newsOf(known)),
    };
  }

  /** What is known of messages that staff said, by our own ids; one nothing is known of is not there. */
  async fates(ids: readonly string[]): Promise<ReadonlyMap<string, State>> {
    const rows = await this.#rows(ids.map((id) => this.#key('message', id)));
    const led = await this.#rows([...rows.values()].flatMap(({ leads }) => leads ?? []));
    const found = ids.flatMap((id) => {
      const row = rows.get(keyText(this.#key('message', id)));
      const told = row?.leads === undefined ? row : (led.get(keyText(row.leads)) ?? row);
      const state = told === undefined ? undefined : STATES[told.reached];
      return state === undefined ? [] : [[id, state] as const];
    });
    return new Map(found);
  }

  /** What became of the messages of one mailing. */
  async figures(broadcast: string): Promise<Figures> {
    const rows = await untilDurable(() =>
      this.#receipts
        .aggregate<{ _id: number; count: number }>([
          { $match: { broadcast, mailing: true } },
          { $group: { _id: '$reached', count: { $sum: 1 } } },
        ])
        .toArray(),
    );
    const of = new Map(rows.map(({ _id, count }) => [STATES[_id], count]));
    return Object.fromEntries(STATES.map((state) => [state, of.get(state) ?? 0])) as Figures;
  }

  /** Messages paid for in this month, of all processes. */
  metered(channel: string): Promise<number> {
    return this.#metered.of(channel, this.#month());
  }

  /** Each may be repeated: a state that is reached already changes nothing. */
  async #write(updates: readonly Update[]): Promise<void> {
    const writes = updates.map(({ write }) => write);
    try {
      await this.#receipts.bulkWrite(writes, { ordered: false });
    } catch (cause) {
      // Another process was the first to write of the same message.
      if (!isDuplicateKey(cause)) throw cause;
      await this.#receipts.bulkWrite(writes, { ordered: false });
    }
  }

  /** Which of the news are of something staff said, or of a broadcast. One read for all that came together. */
  async #toldOf(updates: readonly Update[]): Promise<(Whose | null)[]> {
    const news = updates.flatMap(({ _id, news: told }) => (told === true ? [_id] : []));
    const rows = await this.#rows(news, { $or: [{ reply: true }, { mailing: true }] });
    return updates.map(({ _id, news: told }) => {
      const { to, broadcast } = (told === true ? rows.get(keyText(_id)) : undefined) ?? {};
      if (to === undefined) return null;
      const whose = { to: this.#sealer.open(to.buffer, placeOf(_id)) };
      return broadcast === undefined ? whose : { ...whose, broadcast };
    });
  }

  async #rows(
    ids: readonly mongo.Binary[],
    of: mongo.Filter<ReceiptDoc> = {},
  ): Promise<Map<string, ReceiptDoc>> {
    if (ids.length === 0) return new Map();
    const rows = await untilDurable(() => this.#receipts.find({ ...of, _id: { $in: [...ids] } }).toArray());
    return new Map(rows.map((row) => [keyText(row._id), row]));
  }

  /** The platform tells the price with each state: the first one counts. */
  async #countOnce(_id: mongo.Binary, channel: string, category: string): Promise<boolean> {
    const month = this.#month();
    const { modifiedCount } = await untilDurable(() =>
      this.#receipts.updateOne({ _id, metered: { $exists: false } }, { $set: { metered: month } }),
    );
    if (modifiedCount > 0) await this.#metered.add(channel, month, category);
    return modifiedCount > 0;
  }

  /** `undefined`: it is of no talk we know. */
  async #whose(_id: mongo.Binary): Promise<string | undefined> {
    const found = await untilDurable(() => this.#receipts.findOne({ _id }, { projection: { to: 1 } }));
    return found?.to === undefined ? undefined : this.#sealer.open(found.to.buffer, placeOf(_id));
  }

  #key(...parts: string[]): mongo.Binary {
    return new mongo.Binary(this.#fingerprint('receipt', ...parts).subarray(0, ID_BYTES));
  }

  #today(): string {
    return dayOf(this.#clock.now());
  }

  #month(): string {
    return this.#today().slice(0, 'YYYY-MM'.length);
  }
}

const newsOf = ({ to, broadcast }: Whose): Pick<Told, 'reply' | 'mailing'> =>
  broadcast === undefined ? { reply: to } : { mailing: { broadcast, to } };

const ID_BYTES = 16;

const keyText = (id: mongo.Binary): string => id.toString('hex');

const placeOf = (id: mongo.Binary): string => `receipts/to/${keyText(id)}`;

/** Moves a message forward to a state, and adds what is known of it; its first day stays. */
function reaching(
  _id: mongo.Binary,
  state: State,
  { day, code, ...what }: Omit<ReceiptDoc, '_id' | 'reached' | 'metered'>,
): Update['write'] {
  const rank = STATES.indexOf(state);
  const isNew = { $gt: [rank, { $ifNull: ['$reached', -1] }] };
  const known = { $ifNull: ['$code', '$$REMOVE'] };
  // A word of a platform's must not be read as a path or an operator.
  const literal = Object.fromEntries(
    Object.entries(what).map(([name, value]) => [name, { $literal: value }]),
  );
  const set = {
    ...literal,
    day: { $ifNull: ['$day', day] },
    reached: { $max: ['$reached', rank] },
    code: { $cond: [isNew, code === undefined ? '$$REMOVE' : { $literal: code }, known] },
  };
  return { updateOne: { filter: { _id }, update: [{ $set: set }], upsert: true } };
}
