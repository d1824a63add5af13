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
 * So talks are counted without being opened, and a stolen database does not tell who answers what. The two are apart
 * because only the first is indexed: it changes when a flow begins or ends, the other at every turn.
 */
export class Standing {
  readonly #fingerprint: Fingerprint;
  readonly #tokens = new LRUCache<string, Buffer>({ max: KEPT_TOKENS });

  constructor(fingerprint: Fingerprint) {
    this.#fingerprint = fingerprint;
  }

  /** What a conversation carries of its session; `undefined` while nothing runs. */
  of(session: Session | null): { runs: mongo.Binary[]; stands: mongo.Binary[] } | undefined {
    if (session === null || session.frames.length === 0) return undefined;
    const { frames } = session;
    return {
      runs: frames.map(({ flow, hash }) => new mongo.Binary(this.#tokenOf({ flow, hash }))),
      stands: frames.map(({ flow, hash, step }) => new mongo.Binary(this.#tokenOf({ flow, hash, step }))),
    };
  }

  /** How many talks stand at each of these places. */
  async count<P extends Place>(connection: Connection, places: readonly P[]): Promise<Map<P, number>> {
    const tokens = places.map((place) => this.#tokenOf(place));
    const runs = places.map(({ flow, hash }) => this.#tokenOf({ flow, hash }));
    const counts = places.length === 0 ? new Map<string, number>() : await counted(connection, runs, tokens);
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

/** The versions are looked up in their index; only talks that run one of them are looked into for their steps. */
async function counted(
  connection: Connection,
  runs: readonly Buffer[],
  tokens: readonly Buffer[],
): Promise<Map<string, number>> {
  const collection = connection.collection('conversations') as unknown as mongo.Collection<ConversationDoc>;
  const rows = await untilDurable(() =>
    collection
      .aggregate<{ _id: mongo.Binary; count: number }>([
        { $match: { runs: { $in: runs } } },
        { $project: { _id: 0, at: { $setUnion: ['$runs', '$stands'] } } },
        { $unwind: '$at' },
        { $match: { at: { $in: tokens } } },
        { $group: { _id: '$at', count: { $sum: 1 } } },
      ])
      .toArray(),
  );
  return new Map(rows.map(({ _id, count }) => [hexOf(_id.buffer), count]));
}

/** Takes away what {@link Standing.of} gives. */
export const NOWHERE = { runs: '', stands: '' } as const;

const EMPTY = Buffer.alloc(0);
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
