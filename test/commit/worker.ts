import { mongo, type Connection } from 'mongoose';
import { followersOf } from '../../src/app/followers.ts';
import { recover } from '../../src/app/recovery.ts';
import { Effects } from '../../src/conversation/apply.ts';
import type { Channel } from '../../src/conversation/ports.ts';
import { Reception } from '../../src/conversation/receive.ts';
import type { Outbound } from '../../src/domain/message.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { connect } from '../../src/store/connection.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import type { Keyring } from '../../src/store/keys/keyring.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { realChance, realClock } from '../universe/time.ts';
import { countingScript, noteEffect } from './counting-script.ts';

export interface Worker {
  reception: Reception;
  conversations: ConversationStore;
  people: PeopleStore;
  connection: Connection;
  conflicts: number;
  recover(): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

export interface WorkerHow {
  uri: string;
  keyring: Keyring;
  leaseMs: number;
  sent(message: Outbound): void;
  believeTotals?: boolean;
}

/** One process's share of the house: its own connection, cache and groups, on the common database. */
export async function startWorker({
  uri,
  keyring,
  leaseMs,
  sent,
  believeTotals = false,
}: WorkerHow): Promise<Worker> {
  const connection = await connect(uri);
  const people = new PeopleStore(connection, keyring, realClock, realChance);
  const conversations = new ConversationStore({
    connection: believeTotals ? lying(connection) : connection,
    keyring,
    people,
    clock: realClock,
    chance: realChance,
    leaseMs,
  });
  const notes = connection.collection('notes');
  const kinds = [
    noteEffect(async (batch) => {
      await notes.bulkWrite(
        batch.map(({ id, context, params }) => ({
          updateOne: {
            filter: { _id: new mongo.Binary(id) as never },
            update: {
              $setOnInsert: { conversation: context.conversation, person: context.person, said: params.said },
            },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    }),
  ];
  const channel: Channel = {
    id: 'test',
    async send(message) {
      sent(message);
      return { kind: 'sent' };
    },
  };
  const worker = { conflicts: 0 };
  const effects = new Effects({ kinds, conversations, report: () => undefined });
  const outbox = new Outbox({
    channels: [channel],
    conversations,
    clock: realClock,
    leaseMs,
    report: () => undefined,
  });
  const followers = followersOf(effects, outbox);
  const reception = new Reception(
    {
      script: countingScript,
      intents: { intent: () => ({ kind: 'none' }) },
      speaker: { languages: ['fr'], fallback: 'fr', say: (_lang, { key }) => key || '…' },
      fingerprint: keyring.fingerprint,
      effects: kinds,
      calls: [],
      conversations,
      followers,
      clock: realClock,
      chance: realChance,
      report(what) {
        if (what === 'conflict') worker.conflicts += 1;
      },
    },
    20_000,
  );
  const idle = async (): Promise<void> => {
    await reception.idle();
    await effects.idle();
    await outbox.idle();
    await conversations.idle();
  };
  return Object.assign(worker, {
    reception,
    conversations,
    people,
    connection,
    recover: () => recover(conversations, followers, () => undefined),
    idle,
    async close() {
      await idle();
      await connection.close();
    },
  });
}

/** A connection whose grouped writes always claim to have done everything. */
function lying(connection: Connection): Connection {
  const collection = connection.collection('conversations');
  const liar = new Proxy(collection, {
    get(target, name) {
      if (name === 'bulkWrite') {
        return async (updates: never[]) => {
          const result = await target.bulkWrite(updates, { ordered: false }).catch(() => undefined);
          return { upsertedCount: 0, ...result, matchedCount: updates.length - (result?.upsertedCount ?? 0) };
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    collection: (name: string) => (name === 'conversations' ? liar : connection.collection(name)),
  } as unknown as Connection;
}
