import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RECIPIENTS } from '../../src/capabilities/broadcasts/plan/collections.ts';
import type { RecipientDoc } from '../../src/capabilities/broadcasts/plan/documents-store.ts';
import { recipientIds } from '../../src/capabilities/broadcasts/plan/recipient-ids.ts';
import type { RecipientState } from '../../src/capabilities/broadcasts/plan/recipient.ts';
import type { Talk } from '../../src/conversation/conversation.ts';
import type { Lang } from '../../src/domain/language.ts';
import { keyring, keyringFile, newKeyringFile } from '../../src/store/keys/keyring.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { connect } from '../../src/store/connection.ts';
import { startTelegram, TEST_TOKEN } from '../telegram/index.ts';
import { bundleSender, type Child, type Orders, startChild } from './children.ts';
import { realChance } from '../universe/time.ts';
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
  /** Their nth message, from 1 on, in a talk that says each back. */
  message(user: number, n: number): Inbound;
  /** From now on they are talked to in this language. */
  speaks(user: number, lang: Lang): Promise<void>;
  /** Where each recipient of a broadcast stands in the database, by their Telegram ids. */
  standing(broadcast: string): Promise<Map<number, { state: RecipientState; reason?: string }>>;
  start(more?: Partial<Orders>): Promise<Child>;
  /** How often each got a broadcast since they were forgotten last; who got none is not there. */
  times(): Map<number, number>;
  forget(): void;
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
const TRIES = 20;

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
  let old = 0;
  const children: Child[] = [];
  const here = await startSender({
    ...{ uri, keyring: keyring(file), leaseMs: 60_000 },
    channel: { id: 'telegram', send: async () => ({ kind: 'sent' }) },
  });
  const [account] = TEST_TOKEN.split(':');
  const message = (user: number, n = 0): Inbound => ({
    ...{ channel: 'telegram', account: account ?? '', user: String(user), address: String(user) },
    ...{ id: `${String(user)}-${String(n)}`, order: n },
    content: { kind: 'text', text: n === 0 ? 'hello' : String(n) },
  });
  const users = Array.from({ length: people }, (_, at) => FIRST_USER + at);
  for (let at = 0; at < users.length; at += 200)
    await Promise.all(users.slice(at, at + 200).map((user) => here.reception.receive(message(user))));
  await here.idle();
  const conversationOf = (user: number): string => here.store.id(message(user));
  const members = await gather(
    here,
    users.map((user) => ({ conversation: conversationOf(user), channel: 'telegram' })),
  );
  const [last] = users.map((user) => telegram.person(user).says('hello')).slice(-1);
  // They were taken above; a process that polls is not to hear them again.
  await fetch(`${telegram.root}/bot${TEST_TOKEN}/getUpdates`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offset: (last?.update_id ?? 0) + 1, timeout: 0 }),
  });
  const script = await bundleSender();
  /** Tried again where a process is at the same talk; `null`: erased. */
  async function becomes(user: number, change: (talk: Talk) => Talk | null): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const base = await here.store.load(conversationOf(user), true);
      if (base.talk === null) throw new Error('Their talk is gone already.');
      const talk = change(base.talk);
      const inbound = here.store.promptId(base.id, realChance.token(9));
      const { kind } = await here.store.commit({
        ...{ base, inbound, talk, person: base.person, out: [], effects: [] },
        erasedAt: talk === null ? 1 : null,
      });
      if (kind === 'committed') return;
    }
    throw new Error('Another process was always faster.');
  }
  return {
    ...{ here, telegram, users, conversationOf, message },
    async leaves(user, isErased) {
      if (isErased) await becomes(user, () => null);
      else await becomes(user, (talk) => ({ ...talk, profile: { ...talk.profile, stopped: true } }));
      if (isErased) await here.parts.erase(members[users.indexOf(user)] ?? Buffer.alloc(0));
    },
    speaks: (user, lang) => becomes(user, (talk) => ({ ...talk, profile: { ...talk.profile, lang } })),
    async standing(broadcast) {
      const ids = recipientIds(keyring(file).fingerprint, broadcast);
      const found = await here.db
        .collection<RecipientDoc>(RECIPIENTS)
        .find({}, { projection: { state: 1, reason: 1 } })
        .toArray();
      const byId = new Map(found.map((one) => [one._id.toString('hex'), one]));
      return new Map(
        users.flatMap((user, at) => {
          const one = byId.get(ids.of(members[at] ?? Buffer.alloc(0)).toString('hex'));
          return one === undefined ? [] : [[user, one] as const];
        }),
      );
    },
    async start(more = {}) {
      const given = { uri, keyringPath, apiRoot: telegram.root, token: TEST_TOKEN, ...pace, ...more };
      const child = await startChild(script, given);
      children.push(child);
      return child;
    },
    forget() {
      for (const user of users)
        old = Math.max(old, ...telegram.person(user).received.map((one) => one.message_id));
    },
    times() {
      got.clear();
      for (const user of users) {
        const { received } = telegram.person(user);
        const n = received.filter((one) => one.message_id > old && one.text === TEXT).length;
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
