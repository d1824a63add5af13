import { type Connection, mongo } from 'mongoose';
import { untilDurable } from './durable.ts';
import type { PersonDoc } from './people.ts';

/** Telegram, WhatsApp, the web chat and a second phone; more is nobody's, and each is told of every change. */
export const MAX_ACCOUNTS = 4;

/** Everything that is one person. */
export interface Group {
  /** Who they are counted as. */
  root: string;
  /** The root, and whoever joined it: what is still on its way may name one of them. */
  members: string[];
  /** Ids of their talks; the root's own first. */
  conversations: string[];
  erased: boolean;
}

export type United =
  /** They are one person now; also when this very joining made them so before. */
  | 'united'
  /** They were one person already. */
  | 'same'
  /** One of the two was erased. */
  | 'gone'
  /** Together they would have more than {@link MAX_ACCOUNTS}. */
  | 'full';

/**
 * People who are one: whoever joins keeps a document that names the one they talk as. It is never more than one step
 * away. Every change of two people is one transaction, so that of two joinings at once the second sees the first.
 */
export class JoinedPeople {
  readonly #connection: Connection;
  readonly #people: mongo.Collection<PersonDoc>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#people = connection.collection<PersonDoc>('people');
  }

  async groupOf(person: string): Promise<Group> {
    const root = await untilDurable(() => this.#follow(person));
    if (root === null) return { root: person, members: [person], conversations: [], erased: false };
    const joined = await untilDurable(() =>
      this.#people.find({ joined: root._id }, { projection: { _id: 1 } }).toArray(),
    );
    return {
      root: root._id,
      members: [root._id, ...joined.map(({ _id }) => _id)],
      conversations: root.conversations.map(textOf),
      erased: root.erasedAt !== undefined,
    };
  }

  /**
   * Makes `guest` and `host` one person, the host. Safe to repeat.
   * @param by names this joining
   */
  unite(guest: string, host: string, by: string): Promise<United> {
    return untilDurable(() =>
      this.#connection.getClient().withSession((session) =>
        session.withTransaction(
          async () => {
            const [from, to] = [await this.#follow(guest, session), await this.#follow(host, session)];
            if (from === null || to === null) return 'gone';
            if (from.erasedAt !== undefined || to.erasedAt !== undefined) return 'gone';
            if (from._id === to._id) return this.#was(to._id, by, session);
            const conversations = [...to.conversations, ...from.conversations];
            if (conversations.length > MAX_ACCOUNTS) return 'full';
            await this.#people.updateOne({ _id: to._id }, { $set: { conversations } }, { session });
            const alias = { $set: { joined: to._id, by, conversations: [] }, $unset: DECIDED };
            await this.#people.updateOne({ _id: from._id }, alias, { session });
            const further = { $set: { joined: to._id } };
            await this.#people.updateMany({ joined: from._id }, further, { session });
            return 'united';
          },
          { readConcern: 'snapshot', writeConcern: new mongo.WriteConcern('majority', undefined, true) },
        ),
      ),
    );
  }

  /** A talk is not this person's any more. Safe to repeat. */
  async leave(person: string, conversation: string): Promise<void> {
    const id = new mongo.Binary(Buffer.from(conversation, 'base64url'));
    await untilDurable(() => this.#people.updateOne({ _id: person }, { $pull: { conversations: id } }));
  }

  /** Nothing is sealed under the keys of who joined `root` any more; what is found later is noise. */
  async dropKeys(root: string): Promise<void> {
    await untilDurable(() => this.#people.updateMany({ joined: root }, { $unset: { key: '' } }));
  }

  /** What was decided over all channels of a person. */
  async decided(person: string): Promise<Pick<PersonDoc, 'lang' | 'consents' | 'stopped'>> {
    const projection = { _id: 0, lang: 1, consents: 1, stopped: 1 };
    return (await untilDurable(() => this.#people.findOne({ _id: person }, { projection }))) ?? {};
  }

  /** How many people talk with more than one account; for figures. */
  count(): Promise<number> {
    const several = { 'conversations.1': { $exists: true } };
    return untilDurable(() => this.#people.countDocuments(several, { hint: 'several' }));
  }

  async #follow(person: string, session?: mongo.ClientSession): Promise<PersonDoc | null> {
    const options = session === undefined ? {} : { session };
    const found = await this.#people.findOne({ _id: person }, options);
    return found?.joined === undefined ? found : this.#people.findOne({ _id: found.joined }, options);
  }

  async #was(joined: string, by: string, session: mongo.ClientSession): Promise<United> {
    const done = await this.#people.findOne({ joined, by }, { session, projection: { _id: 1 } });
    return done === null ? 'same' : 'united';
  }
}

/** What is decided over all channels stands with the root alone. */
const DECIDED = { lang: '', consents: '', stopped: '' } as const;

const textOf = (id: mongo.Binary): string => Buffer.from(id.buffer).toString('base64url');
