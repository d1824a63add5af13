import { LRUCache } from 'lru-cache';
import type { Connection } from 'mongoose';
import { mongo } from 'mongoose';
import {
  type Commit,
  type CommitOutcome,
  type Conversation,
  type ConversationId,
  type Conversations,
  type InboundId,
  type Leftover,
  neverSeen,
  type OrderedEffect,
  type OutItem,
  type Route,
  type Talk,
} from '../../conversation/conversation.ts';
import type { Parked } from '../../conversation/phone/on-phone.ts';
import { readSeat } from '../../conversation/phone/seat.ts';
import type { Chance } from '../../domain/clock.ts';
import type { Entry } from '../../conversation/entry.ts';
import type { Inbound } from '../../domain/message.ts';
import { untilDurable } from '../durable.ts';
import { Group } from '../group.ts';
import { after } from './after-commit.ts';
import { closeTalk } from './close-talk.ts';
import { CommitGroups } from './commits.ts';
import { DeadLetters } from './dead-letters.ts';
import { takeOver, untriedOf } from './leftovers.ts';
import { readParked, sharedOf, storedOf } from './parked.ts';
import { type Preparing, prepareCommit, shortFingerprint, untriedAt } from './prepare-commit.ts';
import { SeenInbounds } from './seen.ts';
import { binaryOf, type ConversationDoc, readConversation, stillToBeSent, textOf } from './shapes.ts';
import { Standing } from './standing.ts';

/** Conversations kept decoded: about 4 KB each. */
const CACHED_CONVERSATIONS = 20_000;

export interface ConversationStoreOptions extends Omit<Preparing, 'standing'> {
  connection: Connection;
  chance: Chance;
}

/** Conversations in MongoDB: the adapter of the path of a turn (COMMIT.md). */
export class ConversationStore implements Conversations {
  readonly #options: ConversationStoreOptions;
  readonly #collection: mongo.Collection<ConversationDoc>;
  readonly #seen: SeenInbounds;
  readonly #dead: DeadLetters;
  readonly #cache = new LRUCache<ConversationId, Conversation>({ max: CACHED_CONVERSATIONS });
  readonly #reads: Group<ConversationId, ConversationDoc | null>;
  readonly #commits: CommitGroups;
  readonly #preparing: Preparing;

  constructor(options: ConversationStoreOptions) {
    this.#options = options;
    const { connection } = options;
    this.#collection = connection.collection('conversations') as unknown as mongo.Collection<ConversationDoc>;
    this.#seen = new SeenInbounds(connection, options.clock);
    this.#dead = new DeadLetters(connection, options.keyring.sealer, options.clock);
    this.#reads = new Group((ids) => this.#read(ids));
    this.#preparing = { ...options, standing: new Standing(options.keyring.fingerprint) };
    this.#commits = new CommitGroups(this.#collection, (rings) => this.#seen.remember(rings));
  }

  id(message: Inbound): ConversationId {
    return this.idOf(message);
  }

  /** Of whoever has this id on this account of ours, whether or not they ever wrote. */
  idOf({ channel, account, user }: Pick<Inbound, 'channel' | 'account' | 'user'>): ConversationId {
    return this.#named('conversation', channel, account, user);
  }

  /** The person's id is in it too: a browser chooses its own message ids, and two may choose alike. */
  inboundId({ channel, account, user, id }: Inbound): InboundId {
    return this.#named('inbound', channel, account, user, id);
  }

  promptId(conversation: ConversationId, id: string): InboundId {
    return this.#named('prompt', conversation, id);
  }

  async load(id: ConversationId, fresh = false): Promise<Conversation> {
    const cached = fresh ? undefined : this.#cache.get(id);
    if (cached !== undefined) return cached;
    const doc = await this.#reads.add(id);
    if (doc === null) return neverSeen(id);
    const key =
      doc.person === undefined
        ? undefined
        : (await this.#options.people.keysOf([doc.person])).get(doc.person);
    const conversation = {
      ...readConversation(doc, key),
      ...sharedOf(doc, this.#options.keyring.sealer),
    };
    this.#cache.set(id, conversation);
    return conversation;
  }

  newPerson(id: ConversationId): Promise<string> {
    return this.#options.people.create(Buffer.from(id, 'base64url'));
  }

  dropPerson(person: string): Promise<void> {
    return this.#options.people.drop(person);
  }

  seen(inbound: InboundId): Promise<boolean> {
    return this.#seen.has(inbound);
  }

  async commit(commit: Commit): Promise<CommitOutcome> {
    const prepared = await prepareCommit(this.#preparing, commit);
    if (prepared === null) {
      // Erased by somebody else since this turn began.
      this.#cache.delete(commit.base.id);
      return { kind: 'conflict' };
    }
    const settled = await this.#commits.commit(prepared);
    // Only an acknowledged commit enters the cache; anything else makes the next turn read again.
    if (settled.kind !== 'committed') this.#cache.delete(commit.base.id);
    if (settled.kind === 'failed') throw settled.cause;
    if (settled.kind !== 'committed') return settled;
    this.#cache.set(commit.base.id, after(prepared));
    return { kind: 'committed', committed: prepared.committed };
  }

  async done(
    id: ConversationId,
    what: { out?: readonly string[]; effects?: readonly Buffer[] },
  ): Promise<void> {
    this.#commits.clear(id, {
      out: [...(what.out ?? [])],
      effects: (what.effects ?? []).map((each) => new mongo.Binary(each)),
    });
  }

  async renew(id: ConversationId, outId: string, forMs: number): Promise<void> {
    await untilDurable(() =>
      this.#collection.updateOne(
        { _id: binaryOf(id), 'out.id': outId },
        { $set: { 'out.$.at': this.#options.clock.now() + forMs } },
      ),
    );
  }

  /** What nobody has begun to send, in its order; several processes may ask. */
  untried(id: ConversationId): Promise<readonly OutItem[]> {
    const { people, keyring } = this.#options;
    return untriedOf(this.#collection, binaryOf(id), { people, system: keyring.sealer });
  }

  async begin(id: ConversationId, outId: string): Promise<boolean> {
    const at = this.#options.clock.now() + this.#options.leaseMs;
    const { matchedCount } = await untilDurable(() =>
      this.#collection.updateOne(
        { _id: binaryOf(id), out: { $elemMatch: { id: outId, untried: true } } },
        { $set: { 'out.$.at': at }, $unset: { 'out.$.untried': '' } },
      ),
    );
    return matchedCount === 1;
  }

  async putBack(id: ConversationId, outId: string): Promise<void> {
    await untilDurable(() =>
      this.#collection.updateOne(
        { _id: binaryOf(id), 'out.id': outId },
        { $set: { 'out.$.untried': true, 'out.$.at': untriedAt(this.#options) } },
      ),
    );
  }

  async unsent(id: ConversationId): Promise<readonly string[]> {
    const doc = await untilDurable(() =>
      this.#collection.findOne({ _id: binaryOf(id) }, { projection: { 'out.id': 1, 'out.again': 1 } }),
    );
    return doc === null ? [] : stillToBeSent(doc);
  }

  async takeOver(limit: number): Promise<Leftover[]> {
    // What this process sent while the database was away is cleared first, or it would be sent a second time.
    if (!(await this.cleared())) return [];
    const { people, keyring, clock, leaseMs, untried } = this.#options;
    return takeOver(this.#collection, {
      ...{ people, system: keyring.sealer, now: clock.now(), limit },
      ...{ leaseMs, untriedMs: untried?.leaseMs ?? leaseMs },
    });
  }

  bury(entry: Entry, code: string, answered: boolean): Promise<void> {
    return this.#dead.bury(entry, code, answered);
  }

  exhume(inbound: InboundId): Promise<void> {
    return this.#dead.exhume(inbound);
  }

  buryEffect(id: ConversationId, effect: OrderedEffect, code: string): Promise<void> {
    return this.#dead.buryEffect(id, effect, code);
  }

  /** Writes at once what is done; `false`: the database is away, and it waits on. Others may go on writing. */
  cleared(): Promise<boolean> {
    return this.#commits.cleared();
  }

  idle(): Promise<void> {
    return this.#commits.idle();
  }

  /** Takes somebody's talk away from outside a turn, and answers where its replies went. Safe to repeat. */
  async close(id: ConversationId, person: string): Promise<Route | null> {
    const { people, clock } = this.#options;
    const closing = { collection: this.#collection, people, now: clock.now() };
    const route = await closeTalk(closing, id, person);
    const { conversation } = readSeat(id);
    await this.#dead.dropOf(conversation);
    this.#cache.delete(conversation);
    return route;
  }

  /** A talk by its own name, whoever has the phone it is on; `null`: there is none any more. */
  async talkOf(id: ConversationId): Promise<Talk | null> {
    return (await this.whoseTalk(id))?.talk ?? null;
  }

  /** The same, with whose it is. */
  async whoseTalk(id: ConversationId): Promise<{ person: string; talk: Talk } | null> {
    const { conversation, seat } = readSeat(id);
    const { person, talk, shared } = await this.load(conversation, true);
    if (seat === (shared?.seat ?? 0)) return person === null || talk === null ? null : { person, talk };
    const parked = shared?.parked.find((one) => one.seat === seat);
    const laid = parked === undefined ? null : await this.openParked(conversation, parked);
    return parked === undefined || laid === null ? null : { person: parked.person, talk: laid };
  }

  async openParked(id: ConversationId, parked: Parked): Promise<Talk | null> {
    const { person } = parked;
    const key = (await this.#options.people.keysOf([person])).get(person);
    return key === undefined ? null : readParked(id, storedOf(parked), key);
  }

  /** Makes one's own copy of a conversation be read again, e.g. after another writer bumped it. */
  forget(id: ConversationId): void {
    this.#cache.delete(id);
  }

  #named(purpose: string, ...parts: string[]): string {
    return shortFingerprint(this.#options.keyring, purpose, ...parts).toString('base64url');
  }

  async #read(ids: ConversationId[]): Promise<(ConversationDoc | null)[]> {
    const docs = await untilDurable(() =>
      this.#collection
        .find({ _id: { $in: ids.map(binaryOf) } }, { projection: { 'out.sealed': 0, effects: 0 } })
        .toArray(),
    );
    const found = new Map(docs.map((doc) => [textOf(doc._id), doc]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
