import { type Connection, mongo } from 'mongoose';
import { isDuplicateKey, untilDurable } from './durable.ts';
import {
  docOf,
  type Edition,
  type EditionDoc,
  FLOW_EDITIONS,
  FLOW_HOUSES,
  FLOW_VERSIONS,
  type FlowVersion,
  type HouseDoc,
  idOfVersion,
  type VersionDoc,
  type VersionName,
  versionOf,
} from './flow-versions-shapes.ts';

export type { Edition, FlowVersion, FlowWords, VersionName } from './flow-versions-shapes.ts';

const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;
/** A process that has said nothing for so long has died; it says so every ten seconds. */
export const HOUSE_SILENT_MS = 25_000;

/** Which version of each flow is published, and every version that ever was. */
export class FlowVersionStore {
  readonly #versions: mongo.Collection<VersionDoc>;
  readonly #editions: mongo.Collection<EditionDoc>;
  readonly #houses: mongo.Collection<HouseDoc>;

  constructor(connection: Connection) {
    const collection = (name: string): unknown => connection.collection(name);
    this.#versions = collection(FLOW_VERSIONS) as mongo.Collection<VersionDoc>;
    this.#editions = collection(FLOW_EDITIONS) as mongo.Collection<EditionDoc>;
    this.#houses = collection(FLOW_HOUSES) as mongo.Collection<HouseDoc>;
  }

  /** What is published now; `null` before anything was. */
  async current(): Promise<Edition | null> {
    const [newest] = await this.editions(1);
    return newest ?? null;
  }

  /** One of them by its number; `null` where there is none, or none any more. */
  async edition(n: number): Promise<Edition | null> {
    const doc = await untilDurable(() => this.#editions.findOne({ _id: n }));
    if (doc === null) return null;
    const { _id, ...edition } = doc;
    return { n: _id, ...edition };
  }

  /** The newest first; all of them where no limit is given. */
  async editions(limit = 0): Promise<Edition[]> {
    const docs = await untilDurable(() => this.#editions.find().sort({ _id: -1 }).limit(limit).toArray());
    return docs.map(({ _id: n, ...edition }) => ({ n, ...edition }));
  }

  /** The last edition these very files were; `null` where they were never published. */
  async lastWith(files: string): Promise<number | null> {
    const last = { sort: { _id: -1 }, projection: { _id: 1 } } as const;
    return (await untilDurable(() => this.#editions.findOne({ files }, last)))?._id ?? null;
  }

  /**
   * Publishes the edition that follows the one it was made from. One insert under its number, so of two that publish at
   * once one is told.
   * @returns `false`: somebody else published meanwhile
   */
  async publish({ n: _id, ...edition }: Edition): Promise<boolean> {
    return untilDurable(async (again) => {
      try {
        await this.#editions.insertOne({ _id, ...edition }, DURABLE);
        return true;
      } catch (cause) {
        if (!isDuplicateKey(cause)) throw cause;
        // After a lost answer the one that is there may be ours.
        const there = again ? await this.#editions.findOne({ _id }) : null;
        return there?.files === edition.files && there.at === edition.at;
      }
    });
  }

  /** Puts versions down; those that are there stay as they are. */
  async put(versions: readonly FlowVersion[]): Promise<void> {
    if (versions.length === 0) return;
    await untilDurable(() =>
      this.#versions.bulkWrite(
        versions.map((version) => {
          const { _id, ...rest } = docOf(version);
          return { updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } };
        }),
        { ordered: false, ...DURABLE },
      ),
    );
  }

  /** These versions, in any order; those that are gone are left out. */
  async versions(names: readonly VersionName[]): Promise<FlowVersion[]> {
    const docs = await untilDurable(() =>
      this.#versions.find({ _id: { $in: names.map(idOfVersion) } }).toArray(),
    );
    return docs.map(versionOf);
  }

  /** A version by its structure, with its newest words. */
  async newest({ flow, hash }: Pick<VersionName, 'flow' | 'hash'>): Promise<FlowVersion | null> {
    const doc = await untilDurable(() => this.#versions.findOne({ flow, hash }, { sort: { at: -1 } }));
    return doc === null ? null : versionOf(doc);
  }

  /** Every version, or those of one flow, without what it holds; the newest first. */
  async list(flow?: string): Promise<(VersionName & Pick<FlowVersion, 'at' | 'by'>)[]> {
    const docs = await untilDurable(() =>
      this.#versions
        .find(flow === undefined ? {} : { flow }, { projection: { source: 0, texts: 0 } })
        .sort({ at: -1, _id: 1 })
        .toArray(),
    );
    return docs.map(({ flow, hash, words, at, by }) => ({ flow, hash, words, at, by }));
  }

  /** Says that this process serves these flows. */
  async here(house: string, now: number): Promise<void> {
    await untilDurable(() => this.#houses.updateOne({ _id: house }, { $set: { at: now } }, { upsert: true }));
  }

  /** It has stopped. */
  async gone(house: string): Promise<void> {
    await untilDurable(() => this.#houses.deleteOne({ _id: house }));
  }

  /** Some other process serves flows of this database. */
  async othersThan(house: string, now: number): Promise<boolean> {
    const other = { _id: { $ne: house }, at: { $gt: now - HOUSE_SILENT_MS } };
    return (await untilDurable(() => this.#houses.findOne(other))) !== null;
  }

  /** Deletes editions that another followed before `before`, milliseconds since 1970; how many went. */
  async dropEditions(before: number): Promise<number> {
    const [last] = await untilDurable(() =>
      this.#editions
        .find({ at: { $lt: before } })
        .sort({ _id: -1 })
        .limit(1)
        .toArray(),
    );
    if (last === undefined) return 0;
    const { deletedCount } = await untilDurable(() => this.#editions.deleteMany({ _id: { $lt: last._id } }));
    return deletedCount;
  }

  /** Deletes versions; how many went. */
  async drop(names: readonly VersionName[]): Promise<number> {
    const _id = { $in: names.map(idOfVersion) };
    const { deletedCount } = await untilDurable(() => this.#versions.deleteMany({ _id }));
    return deletedCount;
  }
}
