import type { Connection, mongo } from 'mongoose';
import type { ConversationId, Talk } from '../../conversation/conversation.ts';
import { Fault, unavailable } from '../../domain/faults.ts';
import { untilDurable } from '../durable.ts';
import type { PeopleStore } from '../people.ts';
import type { ConversationStore } from './conversation-store.ts';
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
      this.#deps.conversations.forget(id);
      if (matchedCount === 1) return 'rewritten';
    }
    throw unavailable('contended', 'Other writers were faster too often.');
  }

  async #prepare(id: ConversationId, { of, to, change }: Rewriting): Promise<Update | 'gone' | 'nothing'> {
    const doc = await untilDurable(() => this.#collection.findOne({ _id: binaryOf(id) }));
    if (doc?.person === undefined || doc.talk === undefined || !of.includes(doc.person)) return 'gone';
    const { person, rev } = doc;
    const keys = await this.#deps.people.keysOf([person, to]);
    const [before, after] = [keys.get(person), keys.get(to)];
    if (before === undefined || after === undefined) return 'gone';
    const { talk } = readConversation(doc, before);
    if (talk === null) return 'gone';
    const changed = change(talk);
    if (person === to && JSON.stringify(changed) === JSON.stringify(talk)) return 'nothing';
    const lock = { person: after };
    const items = person === to ? NO_ITEMS : resealed(id, doc, { person: before }, lock);
    return {
      filter: { _id: doc._id, rev, person },
      change: { $set: { person: to, talk: sealTalk(lock, id, changed), ...items.set }, $inc: { rev: 1 } },
      options: { arrayFilters: items.filters },
    };
  }
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
function resealed(id: ConversationId, doc: ConversationDoc, from: Lock, to: Lock): Items {
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
        add('effects', item, writeEffect(to, id, readEffect(from, id, item), item.at).sealed);
      });
  return items;
}

/** One that does not open is damaged, and stays so: it must not keep the rest back. */
function opened(work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind === 'unavailable') throw cause;
  }
}
