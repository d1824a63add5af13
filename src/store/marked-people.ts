import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import { untilDurable } from './durable.ts';
import type { ConversationDoc } from './conversations/shapes.ts';
import type { PersonDoc } from './people.ts';

/** Invented people: their ids begin with a mark that no real person's id can begin with. */
export class MarkedPeople {
  readonly #people: mongo.Collection<PersonDoc>;
  readonly #conversations: mongo.Collection<ConversationDoc>;
  readonly #dead: mongo.Collection;
  readonly #range: { $gte: string; $lt: string };
  readonly #marked: mongo.Filter<PersonDoc>;

  constructor(connection: Connection, mark: string) {
    this.#people = connection.collection<PersonDoc>('people');
    this.#conversations = connection.collection(
      'conversations',
    ) as unknown as mongo.Collection<ConversationDoc>;
    this.#dead = connection.collection('dead_letters');
    this.#range = { $gte: mark, $lt: justAfter(mark) };
    this.#marked = { _id: this.#range };
  }

  /** How many people there are who are none of them; `most`: from so many on it is not counted any further. */
  others(most?: number): Promise<number> {
    const { $gte: from, $lt: to } = this.#range;
    const real = { $or: [{ _id: { $lt: from } }, { _id: { $gte: to } }], erasedAt: { $exists: false } };
    return untilDurable(() => this.#people.countDocuments(real, most === undefined ? {} : { limit: most }));
  }

  /** The erased among them too. */
  async ids(): Promise<string[]> {
    const docs = await untilDurable(() =>
      this.#people.find(this.#marked, { projection: { _id: 1 } }).toArray(),
    );
    return docs.map(({ _id }) => _id);
  }

  /** Nothing of theirs waits any more to be applied or sent, by whichever process. */
  async quieten(): Promise<void> {
    const ids = await this.#theirs();
    await untilDurable(() =>
      this.#conversations.updateMany(
        { _id: { $in: ids } },
        { $inc: { rev: 1 }, $unset: { pending: '', out: '', effects: '' } },
      ),
    );
  }

  /** Takes them away without a trace: talks, what no turn could be made of, and last themselves. Safe to repeat. */
  async remove(): Promise<void> {
    const ids = await this.#theirs();
    await untilDurable(() => this.#conversations.deleteMany({ _id: { $in: ids } }));
    await untilDurable(() => this.#dead.deleteMany({ conversation: { $in: ids } }));
    await untilDurable(() => this.#people.deleteMany(this.#marked));
  }

  async #theirs(): Promise<mongo.Binary[]> {
    const docs = await untilDurable(() =>
      this.#people.find(this.#marked, { projection: { conversations: 1 } }).toArray(),
    );
    return docs.flatMap(({ conversations }) => conversations);
  }
}

/** The first text that comes after all that begin with the mark. */
const justAfter = (mark: string): string =>
  mark.slice(0, -1) + String.fromCharCode(mark.charCodeAt(mark.length - 1) + 1);
