import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { testStore, type TestStore } from '../../../test/universe/store.ts';
import { testClock } from '../../../test/universe/time.ts';
import { NEW_PROFILE } from '../../domain/person.ts';
import type { Talk } from '../../conversation/conversation.ts';
import { TalkRewriter } from './rewrite-talk.ts';

const LEASE_MS = 10_000;
const clock = testClock();
let store: TestStore;
let talks: TalkRewriter;
beforeAll(async () => {
  store = await testStore({ clock, leaseMs: LEASE_MS });
  talks = new TalkRewriter(store);
});
afterAll(() => store.close());

const route = { channel: 'web', account: 'web', address: 'a' };
const listens = (talk: Talk): Talk => ({ ...talk, profile: { ...talk.profile, fields: { listens: true } } });
let chats = 0;

/** A talk with a message that waits to be sent and an effect that waits to be applied. */
async function waiting() {
  chats += 1;
  const id = Buffer.alloc(16, chats).toString('base64url');
  const person = await store.conversations.newPerson(id);
  const context = { person, conversation: id, channel: 'web', address: 'a', lang: 'fr', day: '2026-11-21' };
  const outcome = await store.conversations.commit({
    ...{ base: await store.conversations.load(id), inbound: store.conversations.promptId(id, '1'), person },
    talk: { session: null, profile: NEW_PROFILE, route },
    out: [{ message: { id: `m${chats}`, address: 'a', lane: 'reply', text: 'i ni ce' }, route, again: 0 }],
    effects: [{ kind: 'e', context, params: { n: chats } }],
    erasedAt: null,
  });
  if (outcome.kind !== 'committed') throw new Error(outcome.kind);
  return { id, person, effects: outcome.committed.effects, other: await store.conversations.newPerson('x') };
}

const stored = (id: string) =>
  store.connection
    .collection('conversations')
    .findOne({ _id: new mongo.Binary(Buffer.from(id, 'base64url')) });

describe('C6: a talk changed from outside a turn', () => {
  it('is another person’s from then on, with what waits in it, though the key before is destroyed', async () => {
    const { id, person, other } = await waiting();
    const change = { of: [person], to: other, change: listens };
    expect(await talks.rewrite(id, change)).toBe('rewritten');
    await store.people.erase(person);
    const read = await store.conversations.load(id);
    expect([read.person, read.rev, read.talk?.profile.fields]).toEqual([other, 2, { listens: true }]);
    clock.advance(LEASE_MS + 1);
    const [left] = await store.conversations.takeOver(10);
    expect(left?.out.map(({ message }) => message.text)).toEqual(['i ni ce']);
    expect(left?.effects.map(({ context }) => context.person)).toEqual([other]);
  });

  it('COMMIT 1: fails a turn under way, and repeating it changes nothing', async () => {
    const { id, person, other } = await waiting();
    const base = await store.conversations.load(id);
    const change = { of: [person, other], to: other, change: listens };
    await talks.rewrite(id, change);
    await talks.rewrite(id, change);
    expect((await store.conversations.load(id)).rev).toBe(2);
    const late = { base, inbound: store.conversations.promptId(id, '2'), person, talk: base.talk };
    const outcome = await store.conversations.commit({ ...late, out: [], effects: [], erasedAt: null });
    expect(outcome.kind).toBe('conflict');
    expect((await store.conversations.load(id)).person).toBe(other);
  });

  it('COMMIT 5: brings back nothing that was sent and applied meanwhile', async () => {
    const { id, person, other, effects } = await waiting();
    const meanwhile = new TalkRewriter({
      ...store,
      people: {
        async keysOf(people) {
          await store.conversations.done(id, {
            out: [`m${chats}`],
            effects: effects.map((effect) => effect.id),
          });
          await store.conversations.idle();
          return store.people.keysOf(people);
        },
      },
    });
    await meanwhile.rewrite(id, { of: [person], to: other, change: (talk) => talk });
    const doc = await stored(id);
    expect([doc?.['person'], doc?.['out'], doc?.['effects']]).toEqual([other, [], []]);
  });

  it('goes on past an item that does not open, and leaves it as it is', async () => {
    const { id, person, other } = await waiting();
    const damaged = { $set: { 'out.0.sealed': new mongo.Binary(Buffer.alloc(40)) } };
    const _id = new mongo.Binary(Buffer.from(id, 'base64url')) as never;
    await store.connection.collection('conversations').updateOne({ _id }, damaged);
    expect(await talks.rewrite(id, { of: [person], to: other, change: (talk) => talk })).toBe('rewritten');
    expect((await store.conversations.load(id)).person).toBe(other);
  });

  it('leaves alone what is somebody else’s, erased, or never was; and goes to nobody who is gone', async () => {
    const { id, person, other } = await waiting();
    const change = (talk: Talk): Talk => talk;
    expect(await talks.rewrite(id, { of: [other], to: other, change })).toBe('gone');
    await store.people.erase(other);
    expect(await talks.rewrite(id, { of: [person], to: other, change })).toBe('gone');
    await store.conversations.close(id, person);
    expect(await talks.rewrite(id, { of: [person], to: person, change })).toBe('gone');
    expect(await talks.rewrite('nothing', { of: [person], to: person, change })).toBe('gone');
  });
});
