import { mongo } from 'mongoose';
import { followersOf } from '../../src/app/followers.ts';
import { handing, leaving, untriedIn } from '../../src/app/many/sending.ts';
import { openShared } from '../../src/app/many/shared.ts';
import { recover } from '../../src/app/recovery.ts';
import { sendingCollections } from '../../src/capabilities/broadcasts/plan/collections.ts';
import {
  FLOW,
  type Sendable,
  type Sendables,
  sending,
  type SendingParts,
  type SendingSettings,
  USUAL,
} from '../../src/capabilities/broadcasts/send/index.ts';
import { keptEffect } from '../../src/capabilities/broadcasts/waiting/index.ts';
import type { Member } from '../../src/capabilities/audiences/index.ts';
import { Effects } from '../../src/conversation/apply.ts';
import type { Channel } from '../../src/conversation/ports.ts';
import { Reception } from '../../src/conversation/receive.ts';
import type { Script } from '../../src/conversation/script.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { afterQuietHours } from '../../src/domain/quiet-hours.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { dueRunner } from '../../src/schedule/due-runner.ts';
import { openCollections } from '../../src/store/collections.ts';
import { connect } from '../../src/store/connection.ts';
import { ConversationStore } from '../../src/store/conversations/conversation-store.ts';
import { DUE_COLLECTIONS, DueDateStore } from '../../src/store/due-dates.ts';
import type { Keyring } from '../../src/store/keys/keyring.ts';
import { PeopleStore } from '../../src/store/people.ts';
import { countingScript } from '../commit/counting-script.ts';
import type { Instrument } from '../commit/worker.ts';
import { realChance, realClock } from '../universe/time.ts';

export const TEXT = 'La réunion a lieu samedi.';

export interface SenderHow {
  uri: string;
  keyring: Keyring;
  channel: Channel;
  leaseMs: number;
  settings?: Partial<SendingSettings>;
  clock?: Clock;
  /** Nobody is written to at night; tests run at night too. */
  sleeps?: boolean;
  instrument?: Instrument;
  /** The longest pause between two looks. */
  stepMs?: number;
  /** A person as audiences know them; for what a shared phone keeps. */
  memberOf?: (person: string) => Buffer;
  /** A Redis that several of them share. */
  redis?: string;
}

/** One process's share of the house, as far as it sends broadcasts; its neighbours' data lie in the database too. */
export type Sender = Awaited<ReturnType<typeof startSender>>;

export async function startSender(how: SenderHow) {
  const { uri, keyring, channel, leaseMs, clock = realClock, instrument = (_name, real) => real } = how;
  const connection = await connect(uri);
  const database = instrument('db', connection);
  const db = connection.getClient().db(connection.name);
  const people = new PeopleStore(database, keyring, clock, realChance);
  const shared =
    how.redis === undefined
      ? undefined
      : openShared({
          ...{ url: how.redis, keyring, clock, chance: realChance, turned: () => undefined },
          stalledAfterMs: leaseMs,
        });
  await shared?.looked();
  await shared?.processes.show();
  const channels = [instrument('channel', channel)];
  const store = new ConversationStore({
    ...{ connection: database, keyring, people, clock, chance: realChance, leaseMs },
    untried: untriedIn({ shared, leaseMs, untriedMs: 2 * leaseMs, channels: () => channels }),
  });
  const conversations = instrument('conversations', store);
  const dueDates = new DueDateStore(database, keyring, realChance);
  const broadcasts = sendablesIn(db);
  const own: { parts?: SendingParts } = {};
  const outbox = new Outbox({
    ...{ channels, conversations, clock, leaseMs, report: () => undefined },
    ...(shared && { turnstile: shared.turnstile }),
    keep: async ({ conversation, item, ...fate }) =>
      own.parts?.became(item.broadcast ?? '', conversation, fate),
    mayLeave: async (broadcast, conversation) => own.parts?.mayLeave(broadcast, conversation) ?? true,
    inDoubt: async (broadcast, conversation) => own.parts?.inDoubt(broadcast, conversation),
  });
  const kinds = [
    keptEffect({
      ...{ flow: FLOW, memberOf: how.memberOf ?? (() => Buffer.alloc(0)), wanted: async () => true },
      told: async (member, id) => own.parts?.toldLater(member, id),
    }),
  ];
  const effects = new Effects({ kinds, conversations, report: () => undefined });
  const sends = { channels, conversations, outbox: () => outbox };
  const departures = handing({ shared, ...sends });
  const followers = followersOf(effects, leaving({ departures, ...sends }));
  const reception = new Reception(
    {
      ...{ script, conversations, followers, clock, chance: realChance },
      intents: { intent: () => ({ kind: 'none' }) },
      speaker: { languages: ['fr', 'bm'], fallback: 'fr', say: (_lang, { key }) => key || '…' },
      ...{ fingerprint: keyring.fingerprint, effects: kinds, calls: [], report: () => undefined },
    },
    20_000,
  );
  const parts = sending({
    db: instrument('db', db),
    broadcasts: instrument('broadcasts', broadcasts),
    ...{ dues: dueDates, clock, fingerprint: keyring.fingerprint, fallback: 'fr' },
    audiences: audienceIn(db),
    admit: async () => ({ go: true, most: null }),
    calendar: {
      rule: async () => (now, _where, urgent) =>
        how.sleeps === true && !urgent ? afterQuietHours(now) : now,
    },
    waiting: { mustWait: (id) => id === 'whatsapp-web', wait: async () => undefined },
    settings: { ...USUAL, canaryWaitMs: 300, ...how.settings },
    prompt: reception.prompt,
    talkOf: (id) => store.talkOf(id),
    unsent: (id) => store.unsent(id),
    windowEnds: async () => undefined,
    channels: () => [channel],
    async overMeasure(_org, broadcast, n) {
      await db.collection('test_audit').insertOne({ broadcast, n });
    },
    senderOf: async () => 'Benkan',
    // Nobody who tries it waits half a second between two looks.
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, how.stepMs ?? ms))),
  });
  own.parts = parts;
  await openCollections(db, [...sendingCollections(async () => 0), ...DUE_COLLECTIONS]);
  const queue = instrument('dues', dueDates);
  const runner = dueRunner({
    ...{ store: queue, kinds: parts.dues, clock, leaseMs, report: () => undefined },
  });
  const ordered = parts.dues.map(({ kind }) => kind);
  const dues = shared?.dues({ ...{ store: queue, kinds: ordered, clock, runner } }) ?? runner;
  shared?.whenUp(() => {
    departures?.begin();
    dues.begin?.();
  });
  return {
    ...{ db, connection, parts, reception, store, broadcasts, people, dues, outbox, dueDates, shared },
    recover: () => recover(conversations, followers, () => undefined),
    async idle() {
      await reception.idle();
      await effects.idle();
      await outbox.idle();
      await conversations.idle();
    },
    async close() {
      parts.stop();
      departures?.stop();
      await dues.stop();
      await reception.idle();
      await outbox.stop();
      await departures?.close();
      await conversations.idle();
      await shared?.close();
      await connection.close();
    },
  };
}

/** The counting talk, which also says a broadcast when it is told to. */
const script: Script = {
  ...countingScript,
  forPrompt: (id) => ({ id, beforeConsent: true, interrupts: true }),
  advance(session, profile, input, facts) {
    if (input.kind !== 'start' || input.flow !== FLOW)
      return countingScript.advance(session, profile, input, facts);
    const said = { kind: 'said', text: { flow: FLOW, key: TEXT }, params: {} } as const;
    return { session, profile, events: [said], walk: [], waits: { kind: 'nothing' } };
  },
};

type Kept<Type> = Omit<Type, 'id'> & { _id: string };

/** Broadcasts under a compare and set, as their own store keeps them. */
function sendablesIn(
  db: mongo.Db,
): Sendables & { begin(of: Partial<Sendable> & { id: string }): Promise<void> } {
  const kept = db.collection<Kept<Sendable>>('test_broadcasts', { writeConcern: { w: 'majority' } });
  return {
    async begin({ id, ...of }) {
      const fresh = { org: 'o', state: 'approved', urgent: false, content: { fr: { text: TEXT } } } as const;
      await kept.insertOne({ _id: id, ...fresh, audience: { all: [] }, scope: {}, ...of });
    },
    async find(id) {
      const found = await kept.findOne({ _id: id });
      return found === null ? undefined : { ...found, id };
    },
    async move(id, from, to) {
      const filter = { _id: id, state: { $in: [...from] } };
      return (await kept.updateOne(filter, { $set: { state: to } })).matchedCount === 1;
    },
  };
}

interface KeptMember {
  _id: mongo.Binary;
  reach: mongo.Binary;
  lang: string;
  channel: string;
  region?: string;
}

/** Everybody there is, in the order of their ids. */
function audienceIn(db: mongo.Db) {
  const kept = db.collection<KeptMember>('test_members');
  return {
    async members(_of: unknown, _scope: unknown, after: Buffer | null, limit: number): Promise<Member[]> {
      const filter = after === null ? {} : { _id: { $gt: new mongo.Binary(after) } };
      const found = await kept.find(filter).sort({ _id: 1 }).limit(limit).toArray();
      return found.map(({ _id, reach, ...more }) => ({
        ...{ ...more, id: Buffer.from(_id.value()), reach: Buffer.from(reach.value()) },
      }));
    },
    conversationOf: ({ reach }: Pick<Member, 'reach'>) => reach.toString('utf8'),
  };
}

/** Makes these conversations the members of the audience, in no order that means anything. @returns their ids, in theirs */
export async function gather(
  { db }: Pick<Sender, 'db'>,
  talks: readonly { conversation: string; channel: string; region?: string }[],
): Promise<Buffer[]> {
  const ids = talks.map(() => Buffer.from(realChance.token(12)));
  await db.collection<KeptMember>('test_members').insertMany(
    talks.map(({ conversation, ...more }, at) => ({
      _id: new mongo.Binary(ids[at] ?? Buffer.alloc(0)),
      reach: new mongo.Binary(Buffer.from(conversation)),
      ...{ lang: 'fr', ...more },
    })),
  );
  return ids;
}
