import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { noDueDates } from '../../src/app/demo/no-due-dates.ts';
import { followersOf } from '../../src/app/followers.ts';
import { sweepErased } from '../../src/app/recovery.ts';
import { type People, people as peopleCapability } from '../../src/capabilities/people/index.ts';
import { Effects } from '../../src/conversation/apply.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { ERASE } from '../../src/conversation/turn.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { Outbox } from '../../src/outbox/outbox.ts';
import { JoinedPeople } from '../../src/store/joined-people.ts';
import { MailboxStore } from '../../src/store/mailbox.ts';
import { type TestStore, testStore } from '../universe/store.ts';
import { realChance, testClock } from '../universe/time.ts';

const LEASE_MS = 10_000;
const clock = testClock();
let store: TestStore;
let mailbox: MailboxStore;
let capability: People;
beforeAll(async () => {
  store = await testStore({ clock, leaseMs: LEASE_MS });
  const { fingerprint, sealer } = store.keyring;
  mailbox = new MailboxStore(store.connection, fingerprint, sealer, clock);
  capability = peopleCapability({
    people: store.people,
    kept: async () => ({ answers: 0, surveys: 0 }),
    speaker: { say: (_lang, { key }) => key },
    closeConversation: (id, person) => store.conversations.close(id, person),
    forgetAddress: async (channel, address) => {
      if (channel === 'web') await mailbox.drop(address);
    },
    joining: {
      ...{ db: store.connection.getClient().db(store.connection.name), owned: [], dues: noDueDates },
      ...{ joined: new JoinedPeople(store.connection), fingerprint, sealer, clock },
      talks: { profileOf: async () => null, rewrite: async () => 'gone' },
      prompt: async () => 'gone',
    },
    erasers: [(person) => answers().deleteMany({ person })],
  });
});
afterAll(() => store.close());

const answers = () => store.connection.collection('answers');
const letter = (id: string) => ({ id, text: 'i ni ce', choices: [] });
const buildMessage = (channel: string, user: string, id: string) => ({
  ...{ channel, account: channel, user, address: user, id, order: 1 },
  content: { kind: 'text' as const, text: 'i ni ce' },
});

/** Somebody who talks on the web and on Telegram, has a letter waiting and has answered. */
async function somebody(name: string) {
  const talks = [buildMessage('web', name, 'm1'), buildMessage('telegram', name, 'm1')];
  const [web, telegram] = talks.map((message) => store.conversations.id(message)) as [string, string];
  const person = await store.conversations.newPerson(web);
  const conversations = [web, telegram].map((id) => new mongo.Binary(Buffer.from(id, 'base64url')));
  await store.connection
    .collection('people')
    .updateOne({ _id: person as never }, { $set: { conversations } });
  for (const message of talks) await say(person, message);
  await mailbox.append(name, letter('l1'));
  await answers().insertOne({ person });
  return { name, person, web, telegram };
}

async function say(person: string | null, message: ReturnType<typeof buildMessage>, erase = false) {
  const base: Conversation = await store.conversations.load(store.conversations.id(message));
  const { channel, account, address } = message;
  const route = { channel, account, address };
  return store.conversations.commit({
    base,
    inbound: store.conversations.inboundId(message),
    person,
    talk: erase ? null : { session: null, profile: NEW_PROFILE, route },
    out: erase
      ? [{ message: { id: realChance.token(9), address, lane: 'reply', text: 'a bɛnna' }, route, again: 0 }]
      : [],
    effects: erase
      ? [{ kind: 'people.erase', context: contextOf(person ?? '', base.id, message), params: {} }]
      : [],
    erasedAt: erase ? clock.now() : null,
  });
}

const contextOf = (
  person: string,
  conversation: string,
  { channel, address }: ReturnType<typeof buildMessage>,
) => ({
  ...{ person, conversation, channel, address },
  lang: 'bm',
  day: '2026-11-21',
});

/** What is still there of somebody. */
const left = async ({ name, person, web, telegram }: Awaited<ReturnType<typeof somebody>>) => ({
  keys: (await store.people.keysOf([person])).size,
  talks: (await Promise.all([web, telegram].map((id) => store.conversations.load(id, true)))).filter(
    ({ talk }) => talk !== null,
  ).length,
  answers: await answers().countDocuments({ person }),
  letters: (await mailbox.list(name, 0)).map(({ text }) => text),
});

const GONE = { keys: 0, talks: 0, answers: 0, letters: [] };
const THERE = { keys: 1, talks: 2, answers: 1, letters: ['i ni ce'] };

describe('T4: erase, over two channels', () => {
  it('is asked for by one event of the engine and no other', () => {
    const erase = capability.effects.find(({ name }) => name === 'people.erase');
    expect(erase?.from({ kind: 'asked_for', effect: ERASE, params: {} })).toEqual([{}]);
    expect(erase?.from({ kind: 'asked_for', effect: 'people.other', params: {} })).toEqual([]);
  });

  it('takes keys, talks, answers and letters of that person and of nobody else; repeating it does no harm', async () => {
    const [awa, bakary] = [await somebody('awa'), await somebody('bakary')];
    expect(await left(awa)).toEqual(THERE);
    await capability.erase(awa.person);
    await capability.erase(awa.person);
    expect([await left(awa), await left(bakary)]).toEqual([GONE, THERE]);
  });

  it('typed in the chat: the letters are gone before the goodbye is put there', async () => {
    const mariam = await somebody('mariam');
    const effects = new Effects({
      kinds: capability.effects,
      conversations: store.conversations,
      report: (_kind, cause) => {
        throw cause;
      },
    });
    const outbox = new Outbox({
      channels: [
        {
          id: 'web',
          async send({ id, address, text }) {
            await mailbox.append(address, { ...letter(id), text });
            return { kind: 'sent' };
          },
        },
      ],
      conversations: store.conversations,
      clock,
      leaseMs: LEASE_MS,
      report: () => undefined,
    });
    const outcome = await say(mariam.person, buildMessage('web', 'mariam', 'm2'), true);
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    followersOf(effects, outbox).committed(mariam.web, outcome.committed);
    await effects.idle();
    await outbox.idle();
    expect(await left(mariam)).toEqual({ ...GONE, letters: ['a bɛnna'] });
  });

  it('a turn under way in another process fails, and what it still wrote goes with the second sweep', async () => {
    const issa = await somebody('issa');
    const other = await store.another();
    try {
      const base = await other.conversations.load(issa.telegram);
      await capability.erase(issa.person);
      const message = buildMessage('telegram', 'issa', 'm2');
      const late = await other.conversations.commit({
        base,
        inbound: other.conversations.inboundId(message),
        person: issa.person,
        talk: base.talk,
        out: [],
        effects: [],
        erasedAt: null,
      });
      expect(late.kind).toBe('conflict');
    } finally {
      await other.close();
    }
    await answers().insertOne({ person: issa.person });
    await sweepErased(store.people, (person) => capability.erase(person), clock.now());
    expect(await left(issa)).toEqual({ ...GONE, answers: 1 });
    clock.advance(120_000);
    await sweepErased(store.people, (person) => capability.erase(person), clock.now());
    expect(await left(issa)).toEqual(GONE);
    expect(await store.people.erasedUnswept(clock.now(), 100)).toEqual([]);
  });

  it('whoever writes again begins anew, as somebody else', async () => {
    const oumar = await somebody('oumar');
    await capability.erase(oumar.person);
    const anew = await store.conversations.newPerson(oumar.web);
    expect((await say(anew, buildMessage('web', 'oumar', 'm3'))).kind).toBe('committed');
    await capability.erase(oumar.person);
    expect((await store.conversations.load(oumar.web, true)).person).toBe(anew);
  });
});
