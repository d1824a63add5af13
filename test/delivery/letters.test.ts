import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type PoisonedHouse, poisonedHouse } from './poisoned-house.ts';

const DAY_MS = 86_400_000;
let house: PoisonedHouse;
beforeAll(async () => {
  house = await poisonedHouse();
});
beforeEach(() => house.begin());
afterAll(() => house.close());

const stored = () => house.store.connection.collection('dead_letters').find().toArray();

describe('T29: a poison message', () => {
  const poison = async (...words: string[]): Promise<void> => {
    for (const word of words) {
      house.fragile.words.add(word);
      await house.says(word);
    }
  };

  it('is kept sealed, seen without what it says, and nobody waits for it', async () => {
    await poison('a-secret');
    await house.says('1');
    await house.says('ala', 'oumar');
    expect(house.sent).toEqual(['…', 'trouble', '1', '…']);
    expect(await house.letters.list()).toEqual([
      {
        ...{ id: expect.stringMatching(/^[0-9a-f]{32}$/), kind: 'message', channel: 'web' },
        ...{ code: 'turn_failed', tries: 1, at: house.clock.now(), asked: false },
      },
    ]);
    expect(JSON.stringify(await stored())).not.toMatch(/secret|person-/);
  });

  it('is replayed once it can be: after what came meanwhile, once, and is gone', async () => {
    await poison('1');
    await house.says('2');
    house.fragile.words.clear();
    const [letter] = await house.letters.list();
    expect(await house.letters.ask(letter!.id)).toBe(1);
    expect((await house.letters.find(letter!.id))?.asked).toBe(true);
    // Two processes look at the same moment.
    const became = (await Promise.all([house.replay(), house.replay()])).flat();
    expect(became).toContain('replayed');
    expect(house.sent).toEqual(['…', 'trouble', '2', '1']);
    expect(await house.letters.list()).toEqual([]);
    expect(await house.replay()).toEqual([]);
  });

  it('that still fails is kept, its tries are counted, and it is asked for no longer', async () => {
    await poison('1');
    await house.letters.ask();
    expect(await house.replay()).toEqual(['still_fails']);
    expect(await house.letters.list()).toMatchObject([{ tries: 2, asked: false }]);
    expect(await house.replay()).toEqual([]);
    expect(house.sent).toEqual(['…', 'trouble']);
  });

  it('all of them are replayed, the oldest first', async () => {
    await poison('1');
    house.clock.advance(1000);
    await poison('2');
    house.fragile.words.clear();
    expect(await house.letters.ask()).toBe(2);
    await house.replay();
    expect(house.sent.slice(-2)).toEqual(['1', '2']);
  });

  it('whose key is gone stays, and stops nobody', async () => {
    await poison('1', '2');
    const [damaged] = await stored();
    const collection = house.store.connection.collection('dead_letters');
    await collection.updateOne({ _id: damaged!._id }, { $set: { sealed: Buffer.from('damaged') } });
    house.fragile.words.clear();
    await house.letters.ask();
    expect(await house.replay()).toEqual(['replayed']);
    expect(await house.letters.list()).toMatchObject([{ asked: false }]);
  });

  it('is dropped for good; one nobody knows is none', async () => {
    await poison('1');
    const [letter] = await house.letters.list();
    expect(await house.letters.drop(letter!.id)).toBe(true);
    expect(await house.letters.drop(letter!.id)).toBe(false);
    expect(await house.letters.find('ff'.repeat(16))).toBeUndefined();
    expect(await house.letters.list()).toEqual([]);
  });

  it('T5: a further try does not keep it longer than 14 days from the first', async () => {
    await poison('1');
    const [first] = await stored();
    house.clock.advance(DAY_MS);
    await house.letters.ask();
    await house.replay();
    const [again] = await stored();
    expect(again!['until']).toEqual(first!['until']);
  });
});

describe('T29: an effect that cannot be applied', () => {
  it('is tried five times, then kept; nobody waits for it, and a replay applies it', async () => {
    house.fragile.refuses = true;
    await house.says('1');
    for (let n = 0; n < 3; n += 1) await house.leaseEnds();
    expect(await house.letters.list()).toEqual([]);
    await house.leaseEnds();
    expect(await house.letters.list()).toMatchObject([
      { kind: 'effect', what: 'note', channel: 'web', tries: 1 },
    ]);
    await house.leaseEnds();
    const waiting = { 'effects.0': { $exists: true } };
    expect(await house.store.connection.collection('conversations').findOne(waiting)).toBeNull();
    house.fragile.refuses = false;
    await house.says('2');
    await house.letters.ask();
    expect(await house.replay()).toEqual(['replayed']);
    expect(house.applied.slice(-2)).toEqual(['2', '1']);
    expect(await house.letters.list()).toEqual([]);
  });

  it('that is still refused stays', async () => {
    house.fragile.refuses = true;
    await house.says('1');
    for (let n = 0; n < 4; n += 1) await house.leaseEnds();
    await house.letters.ask();
    expect(await house.replay()).toEqual(['still_fails']);
    expect(await house.letters.list()).toMatchObject([{ kind: 'effect', asked: false }]);
  });
});
