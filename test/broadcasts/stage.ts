import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyring, keyringFile, newKeyringFile } from '../../src/store/keys/keyring.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { connect } from '../../src/store/connection.ts';
import { startTelegram, TEST_TOKEN } from '../telegram/index.ts';
import { bundleSender, type Child, type Orders, startChild } from './children.ts';
import { gather, type Sender, startSender, TEXT } from './sender.ts';

/** A database, a strict Telegram, people who have agreed, and processes that send to them and may be killed. */
export interface Stage {
  /** This process's own sender: it orders and reads, and sends nothing. */
  here: Sender;
  telegram: Awaited<ReturnType<typeof startTelegram>>;
  /** People by their Telegram ids. */
  users: readonly number[];
  conversationOf(user: number): string;
  /** Somebody says stop, or is erased. */
  leaves(user: number, isErased: boolean): Promise<void>;
  start(more?: Partial<Orders>): Promise<Child>;
  /** How often each got the broadcast; who got none is not there. */
  times(): Map<number, number>;
  close(): Promise<void>;
}

export interface StageHow {
  uri: string;
  people: number;
  perSecond: number;
  leaseMs: number;
  stepMs: number;
}

const FIRST_USER = 10_000;

export async function broadcastStage({ uri, people, ...pace }: StageHow): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broadcast-'));
  const keyringPath = path.join(folder, 'keyring.json');
  const file = keyringFile.parse(newKeyringFile('test', '2026-11'));
  await writeFile(keyringPath, JSON.stringify(file), { mode: 0o600 });
  const connection = await connect(uri);
  await prepareStore(connection, keyring(file));
  await connection.close();
  const telegram = await startTelegram({ keepCalls: 0 });
  const got = new Map<number, number>();
  const children: Child[] = [];
  const here = await startSender({
    ...{ uri, keyring: keyring(file), leaseMs: 60_000 },
    channel: { id: 'telegram', send: async () => ({ kind: 'sent' }) },
  });
  const [account] = TEST_TOKEN.split(':');
  const message = (user: number): Inbound => ({
    ...{ channel: 'telegram', account: account ?? '', user: String(user), address: String(user) },
    ...{ id: `${String(user)}-0`, order: 0, content: { kind: 'text', text: 'hello' } },
  });
  const users = Array.from({ length: people }, (_, at) => FIRST_USER + at);
  for (let at = 0; at < users.length; at += 200)
    await Promise.all(users.slice(at, at + 200).map((user) => here.reception.receive(message(user))));
  await here.idle();
  const conversationOf = (user: number): string => here.store.id(message(user));
  await gather(
    here,
    users.map((user) => ({ conversation: conversationOf(user), channel: 'telegram' })),
  );
  for (const user of users) telegram.person(user).says('hello');
  const script = await bundleSender();
  return {
    ...{ here, telegram, users, conversationOf },
    async leaves(user, isErased) {
      const base = await here.store.load(conversationOf(user), true);
      const { person, talk } = base;
      const inbound = here.store.promptId(base.id, 'leaves');
      const stopped = talk && { ...talk, profile: { ...talk.profile, stopped: true } };
      await here.store.commit({
        ...{ base, inbound, person, out: [], effects: [] },
        ...(isErased ? { talk: null, erasedAt: 1 } : { talk: stopped, erasedAt: null }),
      });
    },
    async start(more = {}) {
      const given = { uri, keyringPath, apiRoot: telegram.root, token: TEST_TOKEN, ...pace, ...more };
      const child = await startChild(script, given);
      children.push(child);
      return child;
    },
    times() {
      got.clear();
      for (const user of users) {
        const n = telegram.person(user).received.filter(({ text }) => text === TEXT).length;
        if (n > 0) got.set(user, n);
      }
      return got;
    },
    async close() {
      await Promise.all(children.map((child) => child.kill()));
      await here.close();
      await telegram.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
