import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { untilDurable } from '../durable.ts';
import { METERED } from './shapes.ts';

interface MonthDoc {
  /** `channel YYYY-MM` */
  _id: string;
  /** First day of the month. */
  since: string;
  /** Messages by the platform's name of what they are. */
  of: Record<string, number>;
}

/** A name of a platform's that may stand in a document's path. */
const PLAIN_NAME = /^[a-z_]{1,40}$/;

/** How many messages are paid for, by channel and month. */
export class Metered {
  readonly #months: mongo.Collection<MonthDoc>;

  constructor(connection: Connection) {
    this.#months = connection.collection(METERED) as unknown as mongo.Collection<MonthDoc>;
  }

  async add(channel: string, month: string, category: string): Promise<void> {
    const name = PLAIN_NAME.test(category) ? category : 'other';
    await untilDurable(() =>
      this.#months.updateOne(
        { _id: `${channel} ${month}` },
        { $inc: { [`of.${name}`]: 1 }, $setOnInsert: { since: `${month}-01` } },
        { upsert: true },
      ),
    );
  }

  async of(channel: string, month: string): Promise<number> {
    const found = await untilDurable(() => this.#months.findOne({ _id: `${channel} ${month}` }));
    return Object.values(found?.of ?? {}).reduce((sum, count) => sum + count, 0);
  }
}
