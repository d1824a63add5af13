import { mongo } from 'mongoose';
import type { Inbound } from '../../src/domain/message.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import { DueDateStore } from '../../src/store/due-dates.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { REMINDER } from '../commit/counting-script.ts';
import { REMIND_DUE } from '../commit/worker.ts';
import { realChance, realClock } from '../universe/time.ts';
import { type CrashStage, crashPlace, deliver, LEASE_MS, type Looked } from './place.ts';
import type { Point } from './points.ts';
import type { Server } from './processes.ts';

/** A process that crashes on a reminder's way: due-date taken, turn, commit, effect, send, due-date settled. */
export async function reminderStage(uri: string): Promise<CrashStage> {
  const place = await crashPlace(uri);
  const { connection, keys, platform } = place;
  const people = new PeopleStore(connection, keys, realClock, realChance);
  const conversations = new ConversationStore({
    ...{ connection, people, clock: realClock, chance: realChance },
    ...{ keyring: keys, leaseMs: LEASE_MS },
  });
  const dues = new DueDateStore(connection, keys, realChance);
  let reminded = 0;

  /** Somebody has said hello, and is to be reminded now. */
  async function promise(user: string, next: () => Promise<Server>): Promise<void> {
    await deliver(next, [hello(user)]);
    const conversation = conversations.id(hello(user));
    await dues.set({ kind: REMIND_DUE, id: user, at: Date.now(), params: { conversation } });
  }

  async function look(user: string): Promise<Looked> {
    const wrong: string[] = [];
    const conversation = conversations.id(hello(user));
    const key = { _id: new mongo.Binary(Buffer.from(conversation, 'base64url')) };
    const reminders = platform.received.filter(
      ({ address, text }) => address === user && text.endsWith(REMINDER),
    );
    const unmarked = reminders.filter(({ text }) => !text.startsWith(AGAIN_MARK)).length;
    if (reminders.length === 0) wrong.push('no reminder');
    if (reminders.length > 2 || unmarked > 1)
      wrong.push(`${reminders.length} reminders, ${unmarked} unmarked`);
    const notes = await connection.collection('notes').find({ conversation }).toArray();
    const said = notes.map((note) => String(note['said'])).sort();
    if (said.join() !== ['', REMINDER].join()) wrong.push(`effects: ${said.join()}`);
    const stored = await connection.collection('conversations').findOne(key);
    for (const field of ['out', 'effects'])
      if (((stored?.[field] as unknown[] | undefined) ?? []).length > 0) wrong.push(`${field} is not empty`);
    if ((await connection.collection('due_dates').countDocuments()) > 0)
      wrong.push('the due-date is still there');
    return { wrong, doubled: reminders.length - 1 };
  }

  return {
    async points() {
      const server = await place.start(null);
      await promise('reference', async () => server);
      const before = await passed(server);
      await goOn(server);
      const points = (await passed(server)).slice(before.length);
      await fetch(`${server.url}/stop`);
      await server.gone;
      return points.filter(
        (point) => !point.includes('takeOver') && !point.includes('db.conversations.updateOne'),
      );
    },
    crashAt(point, also) {
      const user = `reminded-${(reminded += 1)}`;
      return place.crashing(point, also, {
        async begin(next) {
          await promise(user, next);
          await goOn(await next());
        },
        goOn,
        look: () => look(user),
      });
    },
    close: () => place.close(),
  };
}

/** What a tick does. A process that dies at it does not answer. */
async function goOn({ url }: Server): Promise<void> {
  await fetch(`${url}/remind`, { method: 'POST' }).catch(() => undefined);
}

const passed = async ({ url }: Server): Promise<Point[]> =>
  (await (await fetch(`${url}/points`)).json()) as Point[];

const hello = (user: string): Inbound => ({
  ...{ channel: 'test', account: 'a', user, address: user, id: `${user}-0`, order: 0 },
  content: { kind: 'text', text: 'hello' },
});
