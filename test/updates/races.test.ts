import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildContent, type UpdateWorld, updateWorld } from './update-world.ts';

const ROUNDS = 40;

describe('updates under concurrency', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const outcomes = async (work: Promise<unknown>[]) =>
    (await Promise.allSettled(work))
      .map((one) =>
        one.status === 'fulfilled' ? 'done' : ((one.reason as { code?: string }).code ?? 'broken'),
      )
      .sort();

  it(`T21: two approvals racing, ${ROUNDS} times: one wins, the other is refused`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const item = await world.itemIn('submitted');
      const results = await outcomes(
        ['binta', 'chaka', 'dado'].map((id) =>
          world.desk.move(world.as(id, 'verifier'), item.id, { move: 'verify', seen: item.hash }),
        ),
      );
      expect(results.filter((one) => one === 'done')).toHaveLength(1);
      expect(results.every((one) => ['done', 'changed', 'wrong_state'].includes(one))).toBe(true);
      const after = await world.desk.find(world.as('awa'), item.id);
      expect(after.history.filter(({ what }) => what === 'verify')).toHaveLength(1);
      expect(after.verification?.by).toBe(after.history.at(-1)?.by);
    }
  });

  it(`T21: an edit racing an approval, ${ROUNDS} times: nothing is verified that the verifier did not see`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const item = await world.itemIn('submitted');
      await outcomes([
        world.desk.move(world.as('awa'), item.id, {
          move: 'edit',
          rev: item.rev,
          content: buildContent({ funding: `F${round}` }),
        }),
        world.desk.move(world.as('binta', 'verifier'), item.id, { move: 'verify', seen: item.hash }),
      ]);
      const after = await world.desk.find(world.as('awa'), item.id);
      if (after.state === 'verified')
        expect([after.hash, after.verification?.hash]).toEqual([item.hash, item.hash]);
      else expect([after.state, after.verification]).toEqual(['draft', undefined]);
    }
  });

  it('two edits from the same revision: the second is told, and nothing of the first is lost', async () => {
    const item = await world.itemIn('draft');
    const edits = ['A', 'B'].map((funding) =>
      world.desk.move(world.as('awa'), item.id, {
        move: 'edit',
        rev: item.rev,
        content: buildContent({ funding }),
      }),
    );
    expect(await outcomes(edits)).toEqual(['changed', 'done']);
  });

  it('U1: numbers are consecutive without doubles when 20 are published at once', async () => {
    const items = await Promise.all(Array.from({ length: 20 }, () => world.itemIn('verified')));
    const publishing = items.map((item, index) =>
      world.desk.move(world.as(index % 2 === 0 ? 'awa' : 'chaka'), item.id, {
        move: 'publish',
        seen: item.hash,
      }),
    );
    expect(new Set(await outcomes(publishing))).toEqual(new Set(['done']));
    const numbers = (await world.store.list({ org: 'campagne' }, { skip: 0, limit: 50 })).map(
      ({ number }) => number!.n,
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('U1: one item published twenty times at once has one number, and none is used up', async () => {
    const item = await world.itemIn('verified');
    const results = await outcomes(
      Array.from({ length: 20 }, () =>
        world.desk.move(world.as('awa'), item.id, { move: 'publish', seen: item.hash }),
      ),
    );
    expect(results.filter((one) => one === 'done')).toHaveLength(1);
    expect((await world.itemIn('published')).number).toEqual({ year: 2026, n: 2 });
  });

  it('U1: a year begins at 1 again', async () => {
    await world.itemIn('published');
    world.clock.advance(365 * 86_400_000);
    const item = await world.itemIn('published', { reviewBy: '2028-05-01' });
    world.clock.advance(-365 * 86_400_000);
    expect(item.number).toEqual({ year: 2027, n: 1 });
  });
});
