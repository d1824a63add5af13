import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mongo } from 'mongoose';
import type { Inbound } from '../../src/domain/message.ts';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { connect } from '../../src/store/connection.ts';
import { keyring, keyringFile, newKeyringFile } from '../../src/store/keys/keyring.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { heard } from '../commit/counting-script.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { realChance, realClock } from '../universe/time.ts';
import type { Point } from './points.ts';
import { bundleChild, type Server, startPlatform, startServer } from './processes.ts';

/** Long enough for a busy machine to send and clear, short enough to wait for. */
const LEASE_MS = 1500;
const TALK = ['hello', '1', '2'];
const PATIENCE_MS = 25_000;

export interface Verdict {
  point: Point;
  crashed: boolean;
  /** What differs from a run without a crash; empty is good. */
  wrong: string[];
  doubled: number;
}

export interface CrashStage {
  /** Every point a talk without a crash passes. */
  points(): Promise<Point[]>;
  /** Plays a talk that crashes at `point`; `also` is done at the moment of the crash (e.g. the database is killed too). */
  crashAt(point: Point, also?: () => Promise<void>): Promise<Verdict>;
  close(): Promise<void>;
}

/** A database, a platform and processes that crash where they are told. */
export async function crashStage(uri: string): Promise<CrashStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crash-'));
  const keyringPath = path.join(folder, 'keyring.json');
  const file = keyringFile.parse(newKeyringFile('test', '2026-11'));
  await writeFile(keyringPath, JSON.stringify(file), { mode: 0o600 });
  const connection = await connect(uri);
  const keys = keyring(file);
  await prepareStore(connection, keys);
  const platform = await startPlatform();
  const script = await bundleChild();
  let talks = 0;

  const start = (crashAt: Point | null): Promise<Server> =>
    startServer(script, { uri, keyringPath, platform: platform.url, leaseMs: LEASE_MS, crashAt });

  async function look(
    user: string,
    inbounds: readonly Inbound[],
  ): Promise<{ wrong: string[]; doubled: number }> {
    const people = new PeopleStore(connection, keys, realClock, realChance);
    const store = new ConversationStore({
      connection,
      keyring: keys,
      people,
      clock: realClock,
      chance: realChance,
      leaseMs: LEASE_MS,
    });
    const id = store.id(inbounds[0]!);
    const conversation = await store.load(id, true);
    const wrong: string[] = [];
    const expect = (holds: boolean, what: string): void => {
      if (!holds) wrong.push(what);
    };
    expect(
      heard(conversation.talk?.session ?? null).join(' ') === TALK.slice(1).join(' '),
      `session: ${heard(conversation.talk?.session ?? null).join(' ')}`,
    );
    expect(
      inbounds.every((inbound) => conversation.ring.includes(store.inboundId(inbound))),
      'an inbound id is missing',
    );
    const notes = await connection.collection('notes').find({ conversation: id }).toArray();
    expect(
      notes
        .map(({ said }) => String(said))
        .sort()
        .join(' ') === [...TALK.slice(1), ''].sort().join(' '),
      `effects: ${notes.map(({ said }) => String(said)).join(',')}`,
    );
    const replies = platform.received.filter(({ address }) => address === user);
    const plain = (text: string): string => text.replace(AGAIN_MARK, '');
    for (const said of ['…', ...TALK.slice(1)]) {
      const times = replies.filter(({ text }) => plain(text) === said);
      expect(times.length >= 1, `no reply to ${said}`);
      expect(times.length <= 2, `${times.length} replies to ${said}`);
      expect(
        times.filter(({ text }) => !text.startsWith(AGAIN_MARK)).length <= 1,
        `an unmarked double of ${said}`,
      );
    }
    const doc = await connection
      .collection('conversations')
      .findOne({ _id: new mongo.Binary(Buffer.from(id, 'base64url')) });
    expect(((doc?.['out'] as unknown[] | undefined) ?? []).length === 0, 'something is still to be sent');
    expect(
      ((doc?.['effects'] as unknown[] | undefined) ?? []).length === 0,
      'an effect is still to be applied',
    );
    return { wrong, doubled: replies.length - TALK.length };
  }

  return {
    async points() {
      const server = await start(null);
      await deliver(() => Promise.resolve(server), talk('reference'));
      const points = (await (await fetch(`${server.url}/points`)).json()) as Point[];
      await fetch(`${server.url}/stop`);
      await server.gone;
      return points.filter(
        (point) => !point.includes('takeOver') && !point.includes('db.conversations.updateOne'),
      );
    },
    async crashAt(point, also) {
      const user = `talk-${(talks += 1)}`;
      let server = await start(point);
      let crashed = false;
      const next = async (): Promise<Server> => {
        if (server.process.exitCode === null && server.process.signalCode === null) return server;
        crashed ||= server.process.signalCode === 'SIGKILL';
        server = await start(null);
        return server;
      };
      const killed = server.gone.then(() => also?.());
      const messages = talk(user);
      await deliver(next, messages);
      // The talk is over; what the crash left is finished by a process that looks for it.
      if (server.process.signalCode === null) await Promise.race([server.gone, pause(150)]);
      await next();
      await settled(async () => (await look(user, messages)).wrong.length === 0);
      const verdict = { point, crashed, ...(await look(user, messages)) };
      await fetch(`${server.url}/stop`).catch(() => undefined);
      await server.gone;
      await killed;
      return verdict;
    },
    async close() {
      await platform.stop();
      await connection.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const talk = (user: string): Inbound[] =>
  TALK.map((text, n) => ({
    channel: 'test',
    account: 'a',
    user,
    address: user,
    id: `${user}-${n}`,
    order: n,
    content: { kind: 'text', text },
  }));

/** Brings each message until it is acknowledged, as a platform does. */
async function deliver(to: () => Promise<Server>, messages: readonly Inbound[]): Promise<void> {
  for (const message of messages) {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const { url } = await to();
      const status = await fetch(url, { method: 'POST', body: JSON.stringify(message) }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) break;
      if (performance.now() > until) throw new Error(`${message.id} was never acknowledged`);
      await pause(50);
    }
  }
}

async function settled(is: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await is().catch(() => false)) && performance.now() < until) await pause(50);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
