import { LRUCache } from 'lru-cache';
import { type Connection, mongo } from 'mongoose';
import type { Fingerprint } from '../../conversation/ports.ts';
import type { Frame, Session } from '../../engine/types.ts';
import { untilDurable } from '../durable.ts';
import type { ConversationDoc } from './shapes.ts';

/** Two places share a token once in 2^32 pairs of them; a count that is off by a talk harms nobody. */
const TOKEN_BYTES = 8;
/** Steps of flows that people stand at on one day; each costs 100 bytes here and 4 µs where it is not here. */
const KEPT_TOKENS = 5_000;

/** A version of a flow, or a step of it. */
export type Place = Pick<Frame, 'flow' | 'hash'> & { step?: string };

/**
 * Where talks stand, as tokens that only the keyring can read: the version of each flow a talk runs, and its step in it.
 * So talks are counted without being opened, and a stolen database does not tell who answers what.
 */
export class Standing {
  readonly #fingerprint: Fingerprint;
  readonly #tokens = new LRUCache<string, Buffer>({ max: KEPT_TOKENS });

  constructor(fingerprint: Fingerprint) {
    this.#fingerprint = fingerprint;
  }

  /** What a conversation carries of its session; `undefined` while nothing runs. */
  of(session: Session | null): mongo.Binary[] | undefined {
    if (session === null || session.frames.length === 0) return undefined;
    return session.frames.flatMap(({ flow, hash, step }) =>
      [
        { flow, hash },
        { flow, hash, step },
      ].map((place) => new mongo.Binary(this.#tokenOf(place))),
    );
  }

  /** How many talks stand at each of these places. */
  async count<P extends Place>(connection: Connection, places: readonly P[]): Promise<Map<P, number>> {
    const collection = connection.collection('conversations') as unknown as mongo.Collection<ConversationDoc>;
    const tokens = places.map((place) => this.#tokenOf(place));
    const rows = await untilDurable(() =>
      collection
        .aggregate<{ _id: mongo.Binary; count: number }>([
          { $match: { stands: { $in: tokens } } },
          { $project: { _id: 0, stands: { $setUnion: ['$stands', []] } } },
          { $unwind: '$stands' },
          { $match: { stands: { $in: tokens } } },
          { $group: { _id: '$stands', count: { $sum: 1 } } },
        ])
        .toArray(),
    );
    const counts = new Map(rows.map(({ _id, count }) => [hexOf(_id.buffer), count]));
    return new Map(places.map((place, index) => [place, counts.get(hexOf(tokens[index] ?? EMPTY)) ?? 0]));
  }

  #tokenOf({ flow, hash, step }: Place): Buffer {
    const name = `${flow} ${hash} ${step ?? ''}`;
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const parts = step === undefined ? [flow, hash] : [flow, hash, step];
    const token = this.#fingerprint('stands', ...parts).subarray(0, TOKEN_BYTES);
    this.#tokens.set(name, token);
    return token;
  }
}

const EMPTY = Buffer.alloc(0);
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
