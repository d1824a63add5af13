import { mongo, type Connection } from 'mongoose';
import { followersOf } from '../../src/app/followers.ts';
import { recover } from '../../src/app/recovery.ts';
import { Effects } from '../../src/conversation/apply.ts';
import type { Channel, Prompt, SendOutcome } from '../../src/conversation/ports.ts';
import { Reception } from '../../src/conversation/receive.ts';
import type { Outbound } from '../../src/domain/message.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import type { DueKind } from '../../src/schedule/due-dates.ts';
import { type DueRunner, dueRunner } from '../../src/schedule/due-runner.ts';
import { connect } from '../../src/store/connection.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import { DueDateStore } from '../../src/store/due-dates.ts';
import type { Keyring } from '../../src/store/keys/keyring.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { realChance, realClock } from '../universe/time.ts';
import { countingScript, noteEffect, REMINDER } from './counting-script.ts';

export interface Worker {
  reception: Reception;
  conversations: ConversationStore;
  people: PeopleStore;
  connection: Connection;
  /** Runs what is due; nobody else calls it. */
  dues: DueRunner;
  conflicts: number;
  recover(): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Puts something around a port before the worker uses it; by default nothing. */
export type Instrument = <Port extends object>(name: string, real: Port) => Port;

export interface WorkerHow {
  uri: string;
  keyring: Keyring;
  leaseMs: number;
  send: (message: Outbound) => Promise<SendOutcome>;
  instrument?: Instrument;
}

/** One process's share of the house: its own connection, cache and groups, on the common database. */
export async function startWorker({
  uri,
  keyring,
  leaseMs,
  send,
  instrument = (_name, real) => real,
}: WorkerHow): Promise<Worker> {
  const connection = await connect(uri);
  const database = instrument('db', connection);
  const people = new PeopleStore(database, keyring, realClock, realChance);
  const store = new ConversationStore({
    connection: database,
    keyring,
    people,
    clock: realClock,
    chance: realChance,
    leaseMs,
  });
  const conversations = instrument('conversations', store);
  const notes = connection.collection('notes');
  const kinds = [
    instrument(
      'effect',
      noteEffect(async (batch) => {
        await notes.bulkWrite(
          batch.map(({ id, context, params }) => ({
            updateOne: {
              filter: { _id: new mongo.Binary(id) as never },
              update: {
                $setOnInsert: {
                  conversation: context.conversation,
                  person: context.person,
                  said: params.said,
                },
              },
              upsert: true,
            },
          })),
          { ordered: false },
        );
      }),
    ),
  ];
  const channel: Channel = instrument('channel', { id: 'test', send });
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
  const dues = dueRunner({
    store: instrument('dues', new DueDateStore(database, keyring, realChance)),
    kinds: [remindingKind(reception.prompt)],
    clock: realClock,
    leaseMs,
    report: () => undefined,
  });
  const idle = async (): Promise<void> => {
    await reception.idle();
    await effects.idle();
    await outbox.idle();
    await conversations.idle();
  };
  return Object.assign(worker, {
    reception,
    conversations: store,
    people,
    connection,
    dues,
    recover: () => recover(conversations, followers, () => undefined),
    idle,
    async close() {
      await dues.stop();
      await idle();
      await connection.close();
    },
  });
}

/** The kind of due-date that has a talk say the reminder. */
export const REMIND_DUE = 'test.remind';

const remindingKind = (prompt: Prompt): DueKind => ({
  kind: REMIND_DUE,
  async run({ id, params }) {
    const conversation = String(params['conversation']);
    await prompt({ conversation, id: `${REMIND_DUE}/${id}`, flow: REMINDER, params: {}, lane: 'alert' });
  },
});
