import { mongo } from 'mongoose';
import type { Commit, Committed, Conversation, InboundId } from '../../conversation/conversation.ts';
import { Fault } from '../../domain/faults.ts';
import { isOutage, untilDurable } from '../durable.ts';
import { Group } from '../group.ts';
import { binaryOf, type ConversationDoc, type EffectDoc, type OutDoc, textOf } from './shapes.ts';
import type { NextRing } from './ring.ts';

/** A commit made ready: sealed, sized, with what its acknowledgement will put to work. */
export interface Prepared {
  commit: Commit;
  set: Partial<ConversationDoc>;
  unset: Record<string, ''>;
  out: OutDoc[];
  effects: EffectDoc[];
  committed: Committed;
  /** Who shares the phone then. */
  shared: Conversation['shared'];
  next: NextRing;
}

export type Settled =
  | { kind: 'committed' }
  | { kind: 'duplicate' }
  | { kind: 'conflict' }
  | { kind: 'failed'; cause: unknown };
export interface Clear {
  out: string[];
  effects: mongo.Binary[];
}

/**
 * How long what is done waits to be cleared, all of it in one command with the commits of that moment. Longer saves
 * writes (whoever answers quickly is cleared once in several turns); shorter makes fewer doubles after a crash.
 */
const CLEAR_WITHIN_MS = 200;
/** How long it waits where the last try found the database away. */
const CLEAR_AGAIN_MS = 1000;

type Update = mongo.AnyBulkWriteOperation<ConversationDoc>;

/** Writes commits in groups (COMMIT.md rules 1–3, 5, 6). Clearings travel with them. */
export class CommitGroups {
  readonly #collection: mongo.Collection<ConversationDoc>;
  readonly #remember: (rings: readonly (readonly InboundId[])[]) => Promise<void>;
  readonly #group: Group<Prepared | null, Settled>;
  #clears = new Map<string, Clear>();
  #clearTimer: NodeJS.Timeout | null = null;

  /** @param remember puts ids that leave a ring into `seen`, before the ring forgets them. */
  constructor(
    collection: mongo.Collection<ConversationDoc>,
    remember: (rings: readonly (readonly InboundId[])[]) => Promise<void>,
  ) {
    this.#collection = collection;
    this.#remember = remember;
    this.#group = new Group((batch) => this.#flush(batch));
  }

  commit(prepared: Prepared): Promise<Settled> {
    return this.#group.add(prepared);
  }

  clear(conversation: string, what: Clear): void {
    this.#await(conversation, what);
    this.#clearTimer ??= setTimeout(() => this.#clearInTime(), CLEAR_WITHIN_MS);
  }

  /** Resolves when nothing waits to be written, or the database is away: what is not cleared is taken over one day. */
  async idle(): Promise<void> {
    let reached = true;
    while (reached && this.#clears.size > 0) reached = await this.cleared();
    await this.#group.idle();
  }

  /** Writes the clearings that wait; `false`: the database is away, and they wait on. */
  async cleared(): Promise<boolean> {
    return (await this.#group.add(null)).kind === 'committed';
  }

  #await(conversation: string, what: Clear): void {
    const waiting = this.#clears.get(conversation);
    if (waiting === undefined)
      this.#clears.set(conversation, { out: [...what.out], effects: [...what.effects] });
    else {
      waiting.out.push(...what.out);
      waiting.effects.push(...what.effects);
    }
  }

  #takeClears(): Map<string, Clear> {
    const taken = this.#clears;
    this.#clears = new Map();
    return taken;
  }

  #clearInTime(): void {
    this.#clearTimer = null;
    if (this.#clears.size > 0) void this.cleared();
  }

  #putBack(clears: ReadonlyMap<string, Clear>): void {
    for (const [id, what] of clears) this.#await(id, what);
    // It must not hold a process that stops: another one finds and clears them.
    this.#clearTimer ??= setTimeout(() => this.#clearInTime(), CLEAR_AGAIN_MS).unref();
  }

  async #flush(batch: (Prepared | null)[]): Promise<Settled[]> {
    const settled = new Map<Prepared, Settled>();
    let waiting = batch.filter((entry) => entry !== null);
    // Only when it is time: a clearing with each commit would write every conversation twice a turn.
    let clearing = batch.includes(null) ? this.#takeClears() : new Map<string, Clear>();
    let cleared = true;
    while (waiting.length > 0 || clearing.size > 0) {
      const round = oneAConversation(waiting);
      waiting = waiting.filter((entry) => !round.includes(entry));
      cleared = (await this.#settle(round, clearing, settled)) && cleared;
      clearing = new Map();
    }
    return batch.map((entry) =>
      entry === null
        ? { kind: cleared ? 'committed' : 'conflict' }
        : (settled.get(entry) ?? { kind: 'conflict' }),
    );
  }

  /** Writes one round until the outcome of each is known; `false`: the clearings wait on. */
  async #settle(
    round: readonly Prepared[],
    clears: ReadonlyMap<string, Clear>,
    settled: Map<Prepared, Settled>,
  ): Promise<boolean> {
    let open = round;
    try {
      await this.#remember(round.map(({ next }) => next.leaving));
      await untilDurable(async (again) => {
        if (again) open = await this.#ask(open, settled, false);
        if (await this.#write(open, clears))
          for (const entry of open) settled.set(entry, { kind: 'committed' });
        else await this.#ask(open, settled, true);
      });
      return true;
    } catch (cause) {
      if (clears.size > 0) this.#putBack(clears);
      if (!isOutage(cause) && !(cause instanceof Fault) && open.length > 1) {
        // The driver threw before sending: one entry it cannot serialise must not take the others with it.
        for (const entry of open) await this.#settle([entry], new Map(), settled);
      } else for (const entry of open) if (!settled.has(entry)) settled.set(entry, { kind: 'failed', cause });
      return clears.size === 0;
    }
  }

  /** One command. `true`: the totals prove that every operation did its work. */
  async #write(entries: readonly Prepared[], clears: ReadonlyMap<string, Clear>): Promise<boolean> {
    const updates = [
      ...entries.map((entry) => this.#update(entry)),
      ...[...clears].map(([id, what]) => clearing(id, what)),
    ];
    if (updates.length === 0) return true;
    try {
      const result = await this.#collection.bulkWrite(updates, { ordered: false });
      return result.matchedCount + result.upsertedCount === updates.length;
    } catch (cause) {
      // Somebody else's first message won the insert: the same question as after a count that falls short.
      if (cause instanceof mongo.MongoBulkWriteError && !isOutage(cause) && onlyDuplicates(cause))
        return false;
      throw cause;
    }
  }

  /**
   * A grouped update reports only totals, so each is looked up: its own inbound id, read with majority, is the only proof.
   * @param final whether an entry without its id is a conflict, or may simply be tried again
   * @returns those still open
   */
  async #ask(
    entries: readonly Prepared[],
    settled: Map<Prepared, Settled>,
    final: boolean,
  ): Promise<Prepared[]> {
    if (entries.length === 0) return [];
    const docs = await this.#collection
      .find(
        { _id: { $in: entries.map(({ commit }) => binaryOf(commit.base.id)) } },
        { projection: { ring: 1, rev: 1, 'out.id': 1 } },
      )
      .toArray();
    const stored = new Map(docs.map((doc) => [textOf(doc._id), doc]));
    const open: Prepared[] = [];
    for (const entry of entries) {
      const { base, inbound } = entry.commit;
      const doc = stored.get(base.id);
      if (doc?.ring.some((id) => textOf(id) === inbound) === true) {
        settled.set(entry, { kind: isOurs(entry, doc) ? 'committed' : 'duplicate' });
      } else if (final) settled.set(entry, { kind: 'conflict' });
      else open.push(entry);
    }
    return open;
  }

  #update({ commit, set, unset, out, effects, next: { ring, leaving, left } }: Prepared): Update {
    const { base, inbound } = commit;
    const lease = Math.min(...out.map((item) => item.at), ...effects.map((item) => item.at));
    return {
      updateOne: {
        filter: { _id: binaryOf(base.id), rev: base.rev },
        update: {
          $set: {
            ...set,
            rev: base.rev + 1,
            ...(leaving.length > 0 && left !== null ? { left: left.written() } : {}),
          },
          ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
          ...(Number.isFinite(lease) ? { $min: { pending: lease } } : {}),
          $push: {
            ring: { $each: [binaryOf(inbound)], $slice: -ring.length },
            ...(out.length > 0 ? { out: { $each: out } } : {}),
            ...(effects.length > 0 ? { effects: { $each: effects } } : {}),
          },
        },
        // At a later revision an upsert would bring an erased person back.
        ...(base.rev === 0 ? { upsert: true } : {}),
      },
    };
  }
}

const clearing = (id: string, what: Clear): Update => ({
  updateOne: {
    filter: { _id: binaryOf(id) },
    update: {
      $pull: {
        ...(what.out.length > 0 ? { out: { id: { $in: what.out } } } : {}),
        ...(what.effects.length > 0 ? { effects: { id: { $in: what.effects } } } : {}),
      },
    },
  },
});

/**
 * The same message may have been delivered to another process, which then wrote the same inbound id. The ids of outgoing
 * messages are random, so they tell whose turn it was; without any, both turns ordered the same effects.
 */
function isOurs({ commit }: Prepared, doc: ConversationDoc): boolean {
  if (commit.out.length === 0) return doc.rev === commit.base.rev + 1;
  const stored = new Set((doc.out ?? []).map((item) => item.id));
  return commit.out.every((item) => stored.has(item.message.id));
}

function oneAConversation(entries: readonly Prepared[]): Prepared[] {
  const taken = new Set<string>();
  return entries.filter(({ commit }) => !taken.has(commit.base.id) && taken.add(commit.base.id));
}

function onlyDuplicates(error: mongo.MongoBulkWriteError): boolean {
  const errors: { code: unknown }[] = [error.writeErrors].flat();
  return errors.length > 0 && errors.every((each) => each.code === 11000);
}
