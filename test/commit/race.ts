import { mongo } from 'mongoose';
import type { Inbound, Outbound } from '../../src/domain/message.ts';
import { seededChance } from '../../src/domain/seeded-chance.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { connect } from '../../src/store/connection.ts';
import type { TestDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { heard } from './counting-script.ts';
import { type Instrument, startWorker, type Worker } from './worker.ts';

export interface Race {
  chats: number;
  turnsEach: number;
  workers: number;
  /** A writer besides the workers, which bumps revisions and erases at random, every so many milliseconds. */
  disturbEveryMs?: number;
  seed: number;
  instrument?: Instrument;
}

export interface Outcome {
  turns: number;
  acknowledged: number;
  conflicts: number;
  erased: number;
  bumped: number;
  /** Acknowledged, and its inbound id is nowhere: a lost message. */
  lost: number;
  /** Acknowledged, and its effect was not applied exactly once. */
  effectsMissing: number;
  /** Sessions whose numbers are not in the order in which they were said. */
  outOfOrder: number;
  /** Numbers that stand twice in a session. */
  doubled: number;
  /** Erased people whose key, talk or conversation is there again. */
  back: number;
  /** Replies sent for one message, more than once. */
  repliedTwice: number;
}

/** Disturbances under way at once. */
const DISTURBERS = 4;

/** Plays `race` and looks at what MongoDB holds afterwards. */
export async function play(database: TestDatabase, race: Race): Promise<Outcome> {
  const keyring = testKeyring();
  const chance = seededChance(race.seed);
  const sent: Outbound[] = [];
  const connection = await connect(database.uri);
  await prepareStore(connection, keyring);
  const workers = await Promise.all(
    Array.from({ length: race.workers }, () =>
      startWorker({
        uri: database.uri,
        keyring,
        leaseMs: 30_000,
        send: async (message) => {
          sent.push(message);
          return { kind: 'sent' };
        },
        ...(race.instrument === undefined ? {} : { instrument: race.instrument }),
      }),
    ),
  );
  const any = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]!;
  const acknowledged: Inbound[] = [];
  const erasures = new Map<string, string>();
  const disturber = disturb(workers[0]!, race, chance, erasures);

  const chats = Promise.all(
    Array.from({ length: race.chats }, async (_, chat) => {
      for (let n = 1; n <= race.turnsEach; n += 1) {
        const message = buildMessage(chat, n);
        // The platform may bring a message twice at once, to two processes.
        const copies = chance() < 0.1 ? 2 : 1;
        await Promise.all(Array.from({ length: copies }, () => any(workers).reception.receive(message)));
        acknowledged.push(message);
      }
    }),
  );
  const disturbed = await chats.then(
    () => disturber.stop(),
    async (cause: unknown) => {
      await disturber.stop();
      throw cause;
    },
  );
  await Promise.all(workers.map((worker) => worker.idle()));
  const outcome = await inspect(workers[0]!, acknowledged, erasures, sent);
  const conflicts = workers.reduce((sum, worker) => sum + worker.conflicts, 0);
  await Promise.all(workers.map((worker) => worker.close()));
  await connection.close();
  return {
    turns: race.chats * race.turnsEach,
    acknowledged: acknowledged.length,
    conflicts,
    ...disturbed,
    ...outcome,
  };
}

/** Without `sentAt`, a message after an erasure begins anew, as it would for somebody who writes again. */
const buildMessage = (chat: number, n: number): Inbound => ({
  channel: 'test',
  account: 'a',
  user: `chat-${chat}`,
  address: `chat-${chat}`,
  id: `c${chat}-m${n}`,
  order: n,
  content: { kind: 'text', text: String(n) },
});

function disturb(worker: Worker, race: Race, chance: () => number, erasures: Map<string, string>) {
  const done = { erased: 0, bumped: 0 };
  let stopped = race.disturbEveryMs === undefined;
  const conversations = worker.connection.collection('conversations');
  const one = async (): Promise<void> => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, race.disturbEveryMs));
      const id = worker.conversations.id(buildMessage(Math.floor(chance() * race.chats), 1));
      const filter = { _id: new mongo.Binary(Buffer.from(id, 'base64url')) as never };
      if (chance() < 0.5) {
        done.bumped += (await conversations.updateOne(filter, { $inc: { rev: 1 } })).modifiedCount;
        continue;
      }
      const person = (await conversations.findOne(filter))?.['person'] as string | undefined;
      if (person === undefined || (await worker.conversations.close(id, person)) === null) continue;
      await worker.people.erase(person);
      erasures.set(person, id);
      done.erased += 1;
    }
  };
  const work = Promise.all(Array.from({ length: DISTURBERS }, one));
  return {
    async stop() {
      stopped = true;
      await work;
      return done;
    },
  };
}

async function inspect(
  worker: Worker,
  acknowledged: readonly Inbound[],
  erasures: ReadonlyMap<string, string>,
  sent: readonly Outbound[],
) {
  const count = { lost: 0, effectsMissing: 0, outOfOrder: 0, doubled: 0, back: 0, repliedTwice: 0 };
  const notes = await worker.connection.collection('notes').find().toArray();
  const noted = new Map<string, number>();
  for (const { conversation, said } of notes)
    noted.set(
      `${String(conversation)} ${String(said)}`,
      (noted.get(`${String(conversation)} ${String(said)}`) ?? 0) + 1,
    );
  const erasedTalks = new Set(erasures.values());
  for (const message of acknowledged) {
    const id = worker.conversations.id(message);
    const inbound = worker.conversations.inboundId(message);
    const { ring } = await worker.conversations.load(id, true);
    if (!ring.includes(inbound) && !(await worker.conversations.seen(inbound))) count.lost += 1;
    const said = message.content.kind === 'text' ? message.content.text : '';
    // The first message greets; an erased talk greets again, and its greeting has no number.
    const times = noted.get(`${id} ${said}`) ?? 0;
    if (times > 1 || (times === 0 && said !== '1' && !erasedTalks.has(id))) count.effectsMissing += 1;
  }
  for (const id of new Set(acknowledged.map((message) => worker.conversations.id(message)))) {
    const numbers = heard((await worker.conversations.load(id, true)).talk?.session ?? null).map(Number);
    if (numbers.some((n, index) => index > 0 && n < numbers[index - 1]!)) count.outOfOrder += 1;
    if (new Set(numbers).size < numbers.length) count.doubled += 1;
  }
  for (const [person, id] of erasures) {
    const doc = await worker.connection.collection('people').findOne({ _id: person as never });
    const talk = await worker.connection
      .collection('conversations')
      .findOne({ _id: new mongo.Binary(Buffer.from(id, 'base64url')) });
    if (doc?.['key'] !== undefined || talk?.['person'] === person) count.back += 1;
  }
  const replies = new Map<string, number>();
  for (const { address, text } of sent)
    if (text !== '…') replies.set(`${address} ${text}`, (replies.get(`${address} ${text}`) ?? 0) + 1);
  for (const times of replies.values()) if (times > 1) count.repliedTwice += 1;
  return count;
}
