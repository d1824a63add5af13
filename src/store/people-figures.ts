import type { Connection } from 'mongoose';
import type { mongo } from 'mongoose';
import { readWithin } from './durable.ts';
import type { PersonDoc } from './people.ts';

/** A page waits no longer than this. */
const PATIENCE_MS = 3_000;

export interface PeopleCounts {
  /** Everybody known, each once over all channels. */
  people: number;
  /** Those to whom nothing is sent unasked. */
  stopped: number;
}

/** Counts people without reading any of them: the size of the collection, and partial indexes of what is not counted. */
export class PeopleFigures {
  readonly #people: mongo.Collection<PersonDoc>;

  constructor(connection: Connection) {
    this.#people = connection.collection<PersonDoc>('people');
  }

  async count(): Promise<PeopleCounts> {
    const [all, erased, joined, stopped] = await readWithin(
      () =>
        Promise.all([
          this.#people.estimatedDocumentCount(),
          this.#people.countDocuments({ erasedAt: { $exists: true } }, { hint: 'erased' }),
          this.#people.countDocuments({ joined: { $exists: true } }, { hint: 'joined' }),
          this.#people.countDocuments({ stopped: true }, { hint: 'stopped' }),
        ]),
      PATIENCE_MS,
    );
    return { people: Math.max(0, all - erased - joined), stopped };
  }
}
