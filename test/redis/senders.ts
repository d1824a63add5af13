import { connect } from '../../src/store/connection.ts';
import { openShared, type Shared } from '../../src/app/many/shared.ts';
import { handing, leaving, untriedIn } from '../../src/app/many/sending.ts';
import type { Committed, OutItem } from '../../src/conversation/conversation.ts';
import type { Channel, SendOutcome } from '../../src/conversation/ports.ts';
import type { Lane } from '../../src/domain/message.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import type { Keyring } from '../../src/store/keys/keyring.ts';
import { PeopleStore } from '../../src/store/people.ts';
import type { TestStore } from '../universe/store.ts';
import { realChance, realClock } from '../universe/time.ts';
import { limit } from './turnstiles.ts';

export const LEASE_MS = 1000;
const UNTRIED_MS = 1200;
const LOOK_MS = 200;
const CHANNEL = 'drum';
/** What stands on the phones, and what was told of it. */
export interface Platform {
  /** `conversation/text`, in the order in which they came. */
  received: string[];
  /** Begins the name of its people: what an earlier test left is not this one's. */
  test: string;
  times: number[];
  /** Messages some process began to send. */
  begun: number;
  /** How many a second its account takes. */
  perSecond: number;
  reported: string[];
  outcome: (text: string) => SendOutcome;
}

export interface Sender {
  /** Commits what one talk is to be told. */
  say(talk: string, lane: Lane, ...texts: string[]): Promise<void>;
  /** As `kill -9`: from now on it does nothing, and lets nothing go. */
  kill(): void;
  stop(): Promise<void>;
}

/** What processes have in common. */
export interface SharedStore {
  keyring: Keyring;
  uri: string;
}

/** The database of a test, as other processes reach it. */
export const inCommon = ({ keyring, connection: { host, port, name } }: TestStore): SharedStore => ({
  keyring,
  uri: `mongodb://${host}:${port}/${name}?directConnection=true`,
});

export const newPlatform = (): Platform => ({
  received: [],
  test: '',
  times: [],
  begun: 0,
  perSecond: 100,
  reported: [],
  outcome: () => ({ kind: 'sent' }),
});

/** A process that sends; with `url` together with others, at a Redis. */
export async function startSender(store: SharedStore, platform: Platform, url?: string): Promise<Sender> {
  const life = { over: false };
  const isOver = (): boolean => life.over;
  const never = new Promise<never>(() => undefined);
  const clock = realClock;
  const { keyring } = store;
  const connection = await connect(store.uri);
  const people = new PeopleStore(connection, keyring, clock, realChance);
  const shared: Shared | undefined =
    url === undefined
      ? undefined
      : openShared({
          ...{ url, keyring, clock, chance: realChance, turned: () => undefined, stalledAfterMs: 600 },
        });
  await shared?.looked();
  await shared?.processes.show();
  const channel: Channel = {
    id: CHANNEL,
    pace: { inAll: limit(platform.perSecond / 2, 500, { sparesReplies: true }) },
    async send({ address, text }) {
      if (isOver()) return never;
      if (address.startsWith(`${platform.test}-`)) {
        platform.received.push(`${address}/${text}`);
        platform.times.push(performance.now());
      }
      await new Promise((resolve) => setTimeout(resolve, 3));
      return isOver() ? never : platform.outcome(text);
    },
  };
  const channels = [channel];
  const untried = untriedIn({
    ...{ shared, leaseMs: LEASE_MS, untriedMs: UNTRIED_MS, channels: () => channels },
  });
  const stored = new ConversationStore({
    ...{ connection, keyring, people, clock, chance: realChance, leaseMs: LEASE_MS, untried },
  });
  const conversations = new Proxy(stored, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (life.over) return never;
        if (name === 'begin') platform.begun += 1;
        return Reflect.apply(value, target, args);
      };
    },
  });
  const outbox = new Outbox({
    ...{ channels, conversations, clock, leaseMs: LEASE_MS },
    ...(shared && { turnstile: shared.turnstile }),
    report: (what) => {
      if (what !== 'sent') platform.reported.push(what);
    },
  });
  const sending = { channels, conversations, outbox: () => outbox };
  const departures = handing({ shared, ...sending });
  const follow = leaving({ departures, ...sending });
  shared?.whenUp(() => departures?.begin());
  const looking = setInterval(() => {
    if (life.over) return;
    void stored
      .takeOver(500)
      .then((left) => {
        for (const { conversation, out } of left) follow.take(conversation, out);
      })
      .catch(() => undefined);
  }, LOOK_MS);
  return {
    async say(talk, lane, ...texts) {
      const committed = await commit(conversations, talk, lane, texts);
      follow.take(committed.conversation, committed.out);
    },
    kill() {
      life.over = true;
      clearInterval(looking);
      void shared?.close();
    },
    async stop() {
      clearInterval(looking);
      if (!life.over) {
        departures?.stop();
        await outbox.stop();
        await departures?.close();
        await stored.idle();
        await shared?.close();
      }
      await connection.close();
    },
  };
}

async function commit(
  conversations: ConversationStore,
  user: string,
  lane: Lane,
  texts: readonly string[],
): Promise<Committed & { conversation: string }> {
  const named = { channel: CHANNEL, account: 'a', user };
  const conversation = conversations.idOf(named);
  const base = await conversations.load(conversation, true);
  const route = { channel: CHANNEL, account: 'a', address: user };
  const out: OutItem[] = texts.map((text) => ({
    message: { id: realChance.token(9), address: user, lane, text },
    ...{ route, again: 0, ...(lane === 'broadcast' && { broadcast: 'b1' }) },
  }));
  const outcome = await conversations.commit({
    ...{ base, out, effects: [], erasedAt: null },
    inbound: conversations.promptId(conversation, realChance.token(9)),
    person: base.person ?? (await conversations.newPerson(conversation)),
    talk: { session: null, profile: { consents: {}, stopped: false, fields: {} }, route },
  });
  if (outcome.kind !== 'committed') throw new Error(`The commit was a ${outcome.kind}.`);
  return { ...outcome.committed, conversation };
}
