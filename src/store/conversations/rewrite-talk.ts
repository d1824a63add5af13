import type { Connection, mongo } from 'mongoose';
import type { ConversationId, Talk } from '../../conversation/conversation.ts';
import { readSeat } from '../../conversation/phone/seat.ts';
import { Fault, unavailable } from '../../domain/faults.ts';
import { untilDurable } from '../durable.ts';
import type { PeopleStore } from '../people.ts';
import type { ConversationStore } from './conversation-store.ts';
import { readParked, sealParked } from './parked.ts';
import {
  binaryOf,
  type ConversationDoc,
  type EffectDoc,
  type Lock,
  type OutDoc,
  readConversation,
  readEffect,
  readOut,
  sealTalk,
  writeEffect,
  writeOut,
} from './shapes.ts';

/** Somebody who writes without a pause is faster than this now and then, not always. */
const MAX_TRIES = 20;

export interface Rewriting {
  /** Whose talk it may be now; anybody else's is left alone. */
  of: readonly string[];
  /** Whose it is afterwards. */
  to: string;
  change: (talk: Talk) => Talk;
}

export interface TalkRewriterDeps {
  connection: Connection;
  people: Pick<PeopleStore, 'keysOf'>;
  conversations: Pick<ConversationStore, 'forget'>;
}

/**
 * Changes a talk from outside a turn, and whose it is: what lies in it is sealed anew under the key of its new person. It
 * bumps the revision, so a turn under way fails its guard and is run again on what is there then (COMMIT.md rule 1).
 */
export class TalkRewriter {
  readonly #deps: TalkRewriterDeps;
  readonly #collection: mongo.Collection<ConversationDoc>;

  constructor(deps: TalkRewriterDeps) {
    this.#deps = deps;
    this.#collection = deps.connection.collection(
      'conversations',
    ) as unknown as mongo.Collection<ConversationDoc>;
  }

  /** Safe to repeat. `gone`: it was erased, or is somebody else's. */
  async rewrite(id: ConversationId, rewriting: Rewriting): Promise<'rewritten' | 'gone'> {
    for (let tried = 0; tried < MAX_TRIES; tried += 1) {
      const update = await this.#prepare(id, rewriting);
      if (update === 'gone') return 'gone';
      if (update === 'nothing') return 'rewritten';
      const { filter, change, options } = update;
      const { matchedCount } = await untilDurable(() => this.#collection.updateOne(filter, change, options));
      this.#deps.conversations.forget(readSeat(id).conversation);
      if (matchedCount === 1) return 'rewritten';
    }
    throw unavailable('contended', 'Other writers were faster too often.');
  }

  async #prepare(named: ConversationId, { of, to, change }: Rewriting): Promise<Update | 'gone' | 'nothing'> {
    const { conversation: id, seat } = readSeat(named);
    const doc = await untilDurable(() => this.#collection.findOne({ _id: binaryOf(id) }));
    const lies = doc === null ? undefined : lyingAt(doc, id, seat);
    if (doc === null || lies === undefined || !of.includes(lies.person)) return 'gone';
    const { person } = lies;
    const keys = await this.#deps.people.keysOf([person, to]);
    const [before, after] = [keys.get(person), keys.get(to)];
    if (before === undefined || after === undefined) return 'gone';
    const talk = lies.read(before);
    if (talk === null) return 'gone';
    const changed = change(talk);
    if (person === to && JSON.stringify(changed) === JSON.stringify(talk)) return 'nothing';
    const lock = { person: after };
    const items = person === to ? NO_ITEMS : resealed(id, doc, { person: before }, lock, to);
    return {
      filter: { _id: doc._id, rev: doc.rev },
      change: { $set: { ...lies.write(to, changed, after), ...items.set }, $inc: { rev: 1 } },
      options: { arrayFilters: [...lies.filters, ...items.filters] },
    };
  }
}

/** Where in the document somebody's talk lies. */
interface Lying {
  person: string;
  read(key: Buffer): Talk | null;
  write(person: string, talk: Talk, key: Buffer): Record<string, mongo.Binary | string>;
  filters: mongo.Document[];
}

/** Out, or parked where somebody else has the phone. */
function lyingAt(doc: ConversationDoc, id: ConversationId, seat: number): Lying | undefined {
  const { person, talk } = doc;
  if (seat === (doc.seat ?? 0))
    return person === undefined || talk === undefined
      ? undefined
      : {
          ...{ person, filters: [] },
          read: (key) => readConversation(doc, key).talk,
          write: (whose, changed, key) => ({ person: whose, talk: sealTalk({ person: key }, id, changed) }),
        };
  const parked = doc.parked?.find((one) => one.seat === seat);
  return (
    parked && {
      ...{ person: parked.person, filters: [{ 'parked.seat': seat }] },
      read: (key) => readParked(id, parked, key),
      write: (whose, changed, key) => ({
        'parked.$[parked].person': whose,
        'parked.$[parked].talk': sealParked(id, seat, changed, key),
      }),
    }
  );
}

interface Update {
  filter: mongo.Filter<ConversationDoc>;
  change: mongo.UpdateFilter<ConversationDoc>;
  options: mongo.UpdateOptions;
}

interface Items {
  set: Record<string, mongo.Binary>;
  filters: mongo.Document[];
}

const NO_ITEMS: Items = { set: {}, filters: [] };

/**
 * What waits to be sent or applied, each named by its id: the arrays themselves are never written, or what is taken out
 * of them meanwhile would come back (rule 5).
 */
function resealed(id: ConversationId, doc: ConversationDoc, from: Lock, to: Lock, whose: string): Items {
  const items: Items = { set: {}, filters: [] };
  const add = (field: 'out' | 'effects', item: OutDoc | EffectDoc, sealed: mongo.Binary): void => {
    const name = `i${items.filters.length}`;
    items.set[`${field}.$[${name}].sealed`] = sealed;
    items.filters.push({ [`${name}.id`]: item.id });
  };
  for (const item of doc.out ?? [])
    if (item.system !== true)
      opened(() => {
        add('out', item, writeOut(to, id, readOut(from, id, item), item.at).sealed);
      });
  for (const item of doc.effects ?? [])
    if (item.system !== true)
      opened(() => {
        const effect = readEffect(from, id, item);
        const context = { ...effect.context, person: whose };
        add('effects', item, writeEffect(to, id, { ...effect, context }, item.at).sealed);
      });
  return items;
}

/** One that does not open is damaged, or is of somebody else on the phone: it stays as it is, and keeps nothing back. */
function opened(work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind === 'unavailable') throw cause;
  }
}
