import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../../../test/universe/store.ts';
import { realChance, testClock } from '../../../test/universe/time.ts';
import type { Commit, Conversation } from '../../conversation/conversation.ts';
import type { Entry } from '../../conversation/entry.ts';
import type { Inbound } from '../../domain/message.ts';
import { RING_SIZE } from './ring.ts';

const LEASE_MS = 10_000;
const clock = testClock();
let store: TestStore;
beforeAll(async () => {
  store = await testStore({ clock, leaseMs: LEASE_MS });
});
afterAll(() => store.close());

let users = 0;
const message = (id: string, user = `user-${users}`): Inbound => ({
  channel: 'web',
  account: 'web',
  user,
  address: user,
  id,
  order: 1,
  content: { kind: 'text', text: 'bonjour' },
});

const entry = (id: string, user: string): Entry => {
  const given = message(id, user);
  const { conversations } = store;
  return {
    kind: 'message',
    conversation: conversations.id(given),
    inbound: conversations.inboundId(given),
    message: given,
  };
};

async function buildCommit(
  base: Conversation,
  inbound: Inbound,
  person: string,
  change: Partial<Commit> = {},
): Promise<Commit> {
  const route = { channel: 'web', account: 'web', address: inbound.address };
  return {
    base,
    inbound: store.conversations.inboundId(inbound),
    person,
    talk: { session: null, profile: { consents: {}, stopped: false, fields: {} }, route },
    out: [
      {
        message: { id: realChance.token(9), address: inbound.address, lane: 'reply', text: 'i ni ce' },
        route,
        again: 0,
      },
    ],
    effects: [],
    erasedAt: null,
    ...change,
  };
}

async function begin(user = `user-${(users += 1)}`) {
  const first = message('m0', user);
  const base = await store.conversations.load(store.conversations.id(first));
  const person = await store.conversations.newPerson(base.id);
  const commit = await buildCommit(base, first, person);
  const outcome = await store.conversations.commit(commit);
  return { user, person, base, commit, outcome };
}

const stored = async (id: string) =>
  store.connection.collection('conversations').findOne({ _id: Buffer.from(id, 'base64url') });

describe('a commit (COMMIT.md)', () => {
  it('rule 1: the revision guards; a stale base is a conflict and changes nothing', async () => {
    const { base, person, user, outcome } = await begin();
    expect(outcome.kind).toBe('committed');
    const stale = await store.conversations.commit(
      await buildCommit({ ...base, rev: 0 }, message('m1', user), person),
    );
    expect(stale.kind).toBe('conflict');
    expect((await stored(base.id))?.['rev']).toBe(1);
  });

  it('rule 3: an upsert happens at revision 0 only, so a deleted conversation never comes back', async () => {
    const { base, person, user } = await begin();
    await store.connection
      .collection('conversations')
      .deleteOne({ _id: Buffer.from(base.id, 'base64url') as never });
    const late = await store.conversations.commit(
      await buildCommit({ ...base, rev: 1 }, message('m1', user), person),
    );
    expect(late.kind).toBe('conflict');
    expect(await stored(base.id)).toBeNull();
  });

  it('rule 3: in a group with a loser each of the others is known for what it is', async () => {
    const begun = await Promise.all(Array.from({ length: 20 }, () => begin(`group-${(users += 1)}`)));
    const commits = await Promise.all(
      begun.map(async ({ base, person, user }, index) =>
        buildCommit(
          { ...(await store.conversations.load(base.id)), rev: index % 4 === 0 ? 7 : 1 },
          message('m1', user),
          person,
        ),
      ),
    );
    const outcomes = await Promise.all(commits.map((commit) => store.conversations.commit(commit)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(
      begun.map((_, index) => (index % 4 === 0 ? 'conflict' : 'committed')),
    );
  });

  it('rule 3: the same message committed by another process is a duplicate, not ours to answer', async () => {
    const other = await store.another();
    try {
      const { base, person, user } = await begin();
      const at1 = await store.conversations.load(base.id);
      const same = message('m1', user);
      const theirs = await other.conversations.commit(await buildCommit(at1, same, person));
      const ours = await store.conversations.commit(await buildCommit(at1, same, person));
      expect([theirs.kind, ours.kind]).toEqual(['committed', 'duplicate']);
      expect((await stored(base.id))?.['out']).toHaveLength(2);
    } finally {
      await other.conversations.idle();
      await other.close();
    }
  });

  it('rule 3: one commit that cannot be written does not take its group with it', async () => {
    const [good, bad] = [await begin(), await begin()];
    const poison = {
      session: null,
      profile: { consents: {}, stopped: false, fields: { x: 'y'.repeat(80_000) } },
      route: { channel: 'web', account: 'web', address: 'a' },
    };
    const [first, second] = await Promise.allSettled([
      store.conversations.commit(
        await buildCommit(
          await store.conversations.load(good.base.id),
          message('m1', good.user),
          good.person,
        ),
      ),
      store.conversations.commit(
        await buildCommit(await store.conversations.load(bad.base.id), message('m1', bad.user), bad.person, {
          talk: poison,
        }),
      ),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'conversation_too_large' } });
  });

  it('rule 4: what was not acknowledged is not in the cache', async () => {
    const { base, person, user } = await begin();
    const cached = await store.conversations.load(base.id);
    await store.conversations.commit(await buildCommit({ ...cached, rev: 9 }, message('m9', user), person));
    expect((await store.conversations.load(base.id)).rev).toBe(1);
  });

  it('rules 5, 9: what is done is pulled by id, and the rest stays', async () => {
    const { base, person, user, commit } = await begin();
    await store.conversations.commit(
      await buildCommit(await store.conversations.load(base.id), message('m1', user), person),
    );
    await store.conversations.done(base.id, { out: [commit.out[0]!.message.id] });
    await store.conversations.idle();
    const doc = await stored(base.id);
    expect(doc?.['out']).toHaveLength(1);
    expect((doc?.['out'] as { id: string }[])[0]?.id).not.toBe(commit.out[0]!.message.id);
  });

  it('rule 6: ids that leave the ring are in `seen` before the ring forgets them', async () => {
    const { base, person, user } = await begin();
    for (let n = 1; n <= RING_SIZE; n += 1) {
      await store.conversations.commit(
        await buildCommit(await store.conversations.load(base.id), message(`m${n}`, user), person, {
          out: [],
        }),
      );
    }
    const now = await store.conversations.load(base.id, true);
    const ids = Array.from({ length: RING_SIZE + 1 }, (_, n) =>
      store.conversations.inboundId(message(`m${n}`, user)),
    );
    for (const id of ids) expect(now.ring.includes(id) || now.left?.mayHave(id)).toBe(true);
    for (const id of ids) expect(now.ring.includes(id) || (await store.conversations.seen(id))).toBe(true);
    expect(now.ring.length).toBeLessThan(RING_SIZE);
    expect(await store.conversations.seen(store.conversations.inboundId(message('never', user)))).toBe(false);
  });
});

describe('C12: what is to be sent before', () => {
  it('a turn of another process waits for the messages it finds; those that follow it wait for it alone', async () => {
    const other = await store.another();
    try {
      const { base, person, user, commit: first } = await begin();
      const read = await other.conversations.load(base.id);
      expect(read.unsent).toEqual([first.out[0]!.message.id]);
      const second = await buildCommit(read, message('m1', user), person);
      const outcome = await other.conversations.commit(second);
      expect(outcome).toMatchObject({ committed: { out: [{ after: [first.out[0]!.message.id] }] } });
      expect((await other.conversations.load(base.id)).unsent).toEqual([]);
      expect(await other.conversations.unsent(base.id)).toEqual([
        first.out[0]!.message.id,
        second.out[0]!.message.id,
      ]);
    } finally {
      await other.close();
    }
  });

  it('a message that never comes to an end holds nobody back for ever', async () => {
    const { base } = await begin();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await store.conversations.unsent(base.id)).toHaveLength(1);
      clock.advance(LEASE_MS + 1);
      await store.conversations.takeOver(1000);
    }
    expect(await store.conversations.unsent(base.id)).toEqual([]);
  });
});

describe('what a crash left over', () => {
  it('is not taken while its lease lasts, then by one of two processes, marked', async () => {
    const other = await store.another();
    try {
      await store.conversations.takeOver(1000);
      const { base, commit } = await begin();
      const mine = (leftovers: { conversation: string }[]) =>
        leftovers.filter(({ conversation }) => conversation === base.id);
      expect(mine(await store.conversations.takeOver(1000))).toEqual([]);
      clock.advance(LEASE_MS + 1);
      const [here, there] = await Promise.all([
        store.conversations.takeOver(1000),
        other.conversations.takeOver(1000),
      ]);
      const taken = [...mine(here), ...mine(there)] as typeof here;
      expect(taken).toHaveLength(1);
      expect(taken[0]!.out).toEqual([{ ...commit.out[0], again: 1, after: [] }]);
      await store.conversations.done(base.id, { out: [commit.out[0]!.message.id] });
      await store.conversations.idle();
      clock.advance(LEASE_MS + 1);
      expect(mine(await store.conversations.takeOver(1000))).toEqual([]);
      expect((await stored(base.id))?.['pending']).toBeUndefined();
    } finally {
      await other.close();
    }
  });

  it('C12: goes after what another process is still at', async () => {
    await store.conversations.takeOver(1000);
    const { base, person, user, commit: first } = await begin();
    clock.advance(LEASE_MS / 2);
    const second = await buildCommit(
      await store.conversations.load(base.id, true),
      message('m1', user),
      person,
    );
    await store.conversations.commit(second);
    await store.conversations.renew(base.id, first.out[0]!.message.id, LEASE_MS * 2);
    clock.advance(LEASE_MS + 1);
    const taken = await store.conversations.takeOver(1000);
    const [mine] = taken.filter(({ conversation }) => conversation === base.id);
    expect(mine!.out.map(({ message, after }) => [message.id, after])).toEqual([
      [second.out[0]!.message.id, [first.out[0]!.message.id]],
    ]);
  });

  it('P3: is found by an index', async () => {
    const plan = await store.connection
      .collection('conversations')
      .find({ pending: { $lte: 1 } })
      .sort({ pending: 1 })
      .explain();
    expect(JSON.stringify(plan)).toContain('IXSCAN');
    expect(JSON.stringify(plan)).not.toMatch(/COLLSCAN|"stage":"SORT"/);
  });
});

describe('what stands in the way of what a crash left over', () => {
  const due = async (count: number) => {
    const begun = await Promise.all(Array.from({ length: count }, () => begin()));
    clock.advance(LEASE_MS + 1);
    return begun;
  };
  const talksOf = (leftovers: readonly { conversation: string }[]) =>
    leftovers.map(({ conversation }) => conversation);

  it('T26: conversations that were finished long ago do not use up the number that is looked at', async () => {
    await store.connection.collection('conversations').deleteMany({});
    const [crashed, ...finished] = [await begin(), ...(await due(5))];
    for (const { base, commit } of finished)
      await store.conversations.done(base.id, { out: commit.out.map(({ message: { id } }) => id) });
    await store.connection
      .collection('conversations')
      .updateOne({ _id: Buffer.from(crashed.base.id, 'base64url') }, { $set: { pending: clock.now() } });
    expect(talksOf(await store.conversations.takeOver(1))).toEqual([crashed.base.id]);
  });

  it('T26: one that does not open does not keep the others from being taken over', async () => {
    const begun = await due(3);
    const [broken] = begun;
    await store.connection
      .collection('conversations')
      .updateOne(
        { _id: Buffer.from(broken!.base.id, 'base64url') },
        { $set: { 'out.0.sealed': Buffer.from('damaged'), pending: 1 } },
      );
    const lost = begun[1]!;
    await store.connection
      .collection('people')
      .updateOne({ _id: lost.person as never }, { $set: { 'key.epoch': '1999-01' } });
    const other = await store.another();
    try {
      const taken = talksOf(await other.conversations.takeOver(1000));
      expect(taken).toContain(begun[2]!.base.id);
      expect(taken).not.toContain(broken!.base.id);
      expect(taken).not.toContain(lost.base.id);
    } finally {
      await other.close();
    }
  });

  it('COMMIT 10: what this process sent and has not cleared yet is not sent again', async () => {
    const [{ base, commit }] = (await due(1)) as [Awaited<ReturnType<typeof begin>>];
    await store.conversations.done(base.id, { out: commit.out.map(({ message: { id } }) => id) });
    expect(talksOf(await store.conversations.takeOver(1000))).not.toContain(base.id);
  });
});

describe('erasure', () => {
  it('T4: a talk that does not open any more can be erased all the same', async () => {
    const { base, person } = await begin();
    const filter = { _id: Buffer.from(base.id, 'base64url') };
    const conversations = store.connection.collection('conversations');
    await conversations.updateOne(filter, { $set: { talk: Buffer.from('damaged') } });
    expect(await store.conversations.close(base.id, person)).toBeNull();
    expect(await conversations.findOne(filter)).not.toHaveProperty('talk');
  });

  it('T4: takes the messages no turn could be made of with it', async () => {
    const { base, person, user } = await begin();
    const letters = store.connection.collection('dead_letters');
    await store.conversations.bury(entry('poison', user), 'turn_failed', true);
    await store.conversations.bury(entry('poison', 'somebody-else'), 'turn_failed', true);
    const before = await letters.countDocuments();
    await store.conversations.close(base.id, person);
    expect(await letters.countDocuments()).toBe(before - 1);
  });

  it('T4: closes the conversation, destroys the key, and a turn under way fails its guard', async () => {
    const { base, person, user } = await begin();
    const underWay = await store.conversations.load(base.id);
    expect(await store.conversations.close(base.id, person)).toEqual({
      channel: 'web',
      account: 'web',
      address: user,
    });
    await store.people.erase(person);
    const late = await store.conversations.commit(await buildCommit(underWay, message('m1', user), person));
    expect(late.kind).toBe('conflict');
    expect(await store.conversations.load(base.id, true)).toMatchObject({
      person: null,
      talk: null,
      erasedAt: clock.now(),
    });
    expect(await store.conversations.close(base.id, person)).toBeNull();
  });

  it('T2: swapped and changed ciphertexts do not open', async () => {
    const [one, two] = [await begin(), await begin()];
    const [a, b] = [await stored(one.base.id), await stored(two.base.id)];
    await store.connection
      .collection('conversations')
      .updateOne({ _id: a!['_id'] }, { $set: { talk: b!['talk'] } });
    await expect(store.conversations.load(one.base.id, true)).rejects.toMatchObject({
      code: 'sealed_unreadable',
    });
  });
});
