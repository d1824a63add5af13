import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../../test/universe/store.ts';
import { testClock } from '../../test/universe/time.ts';

const clock = testClock();
let store: TestStore;
beforeAll(async () => {
  store = await testStore({ clock });
});
afterAll(() => store.close());

const CONVERSATION = Buffer.alloc(16, 7);
const create = () => store.people.create(CONVERSATION);
const stored = (person: string) => store.connection.collection('people').findOne({ _id: person as never });
/** As a process sees it that has not cached anything. */
async function elsewhere<T>(look: (people: TestStore['people']) => Promise<T>): Promise<T> {
  const other = await store.another();
  try {
    return await look(other.people);
  } finally {
    await other.close();
  }
}

describe('people', () => {
  it('T2: each has a data key, stored wrapped, which every process can use', async () => {
    const [one, two] = await Promise.all([create(), create()]);
    const here = await store.people.keysOf([one, two]);
    const there = await elsewhere((people) => people.keysOf([one, two]));
    expect(there).toEqual(here);
    expect(here.get(one)).not.toEqual(here.get(two));
    expect(JSON.stringify(await stored(one))).not.toContain(here.get(one)?.toString('base64'));
  });

  it("T2: a key copied to somebody else's record does not unwrap", async () => {
    const [one, two] = await Promise.all([create(), create()]);
    await store.connection
      .collection('people')
      .updateOne({ _id: two as never }, { $set: { key: (await stored(one))?.['key'] as object } });
    await expect(elsewhere((people) => people.keysOf([two]))).rejects.toMatchObject({
      code: 'sealed_unreadable',
    });
  });

  it('a stranger has no key, and nobody is asked for nothing', async () => {
    expect(await store.people.keysOf(['stranger'])).toEqual(new Map());
    expect(await store.people.keysOf([])).toEqual(new Map());
  });

  it('class B fields are written, and repeating it changes nothing', async () => {
    const person = await create();
    const patch = [
      { person, set: { lang: 'bm' } },
      { person, set: { 'consents.base': 1 } },
    ];
    await store.people.update(patch);
    await store.people.update(patch);
    expect(await stored(person)).toMatchObject({ lang: 'bm', consents: { base: 1 } });
    await store.people.update([]);
  });

  it('made under a given id they are made once, with one key', async () => {
    const conversation = CONVERSATION.toString('base64url');
    await Promise.all([1, 2].map(() => store.people.createAs('given', conversation, { lang: 'bm' })));
    const key = (await store.people.keysOf(['given'])).get('given');
    await store.people.createAs('given', conversation, { lang: 'fr' });
    expect(await stored('given')).toMatchObject({ lang: 'bm', since: '2026-11-21' });
    expect((await elsewhere((people) => people.keysOf(['given']))).get('given')).toEqual(key);
  });

  it('one that nothing came to use is dropped', async () => {
    const person = await create();
    await store.people.drop(person);
    expect(await stored(person)).toBeNull();
    expect(await store.people.keysOf([person])).toEqual(new Map());
  });
});

describe('T4: an erased person', () => {
  it('is a tombstone: no key, no field of theirs, and none comes back', async () => {
    const person = await create();
    await store.people.update([{ person, set: { lang: 'bm', stopped: true } }]);
    await store.people.erase(person);
    const at = clock.now();
    clock.advance(5000);
    await store.people.erase(person);
    await store.people.update([{ person, set: { lang: 'fr' } }]);
    expect(await stored(person)).toEqual({
      _id: person,
      conversations: [expect.anything()],
      since: '2026-11-21',
      erasedAt: at,
    });
    expect(await store.people.keysOf([person])).toEqual(new Map());
    expect(await elsewhere((people) => people.keysOf([person]))).toEqual(new Map());
  });

  it('is gone over once more, later, and only once', async () => {
    const person = await create();
    await store.people.erase(person);
    const erasedAt = clock.now();
    expect(await store.people.erasedUnswept(erasedAt - 1, 100)).not.toContain(person);
    expect(await store.people.erasedUnswept(erasedAt, 100)).toContain(person);
    await store.people.swept(person);
    expect(await store.people.erasedUnswept(erasedAt, 100)).not.toContain(person);
  });

  it('a stranger cannot be erased into being', async () => {
    await store.people.erase('stranger');
    expect(await stored('stranger')).toBeNull();
  });
});
