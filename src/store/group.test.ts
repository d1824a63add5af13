import { describe, expect, it } from '@jest/globals';
import { Group } from './group.ts';

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe('COMMIT 2: a group', () => {
  it('hands over as one batch what arrived together, and then what arrived meanwhile', async () => {
    const batches: number[][] = [];
    const group = new Group<number, number>(async (items) => {
      batches.push(items);
      await tick();
      return items.map((item) => item * 2);
    });
    const first = [group.add(1), group.add(2)];
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    const second = [group.add(3), group.add(4)];
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('never has two batches under way, and none larger than allowed', async () => {
    let underWay = 0;
    const sizes: number[] = [];
    const group = new Group<number, number>(async (items) => {
      underWay += 1;
      expect(underWay).toBe(1);
      sizes.push(items.length);
      await tick();
      underWay -= 1;
      return items;
    }, 3);
    await Promise.all(Array.from({ length: 8 }, (_, n) => group.add(n)));
    expect(sizes).toEqual([3, 3, 2]);
  });

  it('a batch that fails rejects its own items, and the next one goes', async () => {
    let fails = true;
    const group = new Group<number, number>(async (items) => {
      if (fails) throw new RangeError('x');
      return items;
    });
    const lost = await Promise.allSettled([group.add(1), group.add(2)]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await group.add(3)).toBe(3);
  });

  it('an answer that is short of one rejects all: nobody gets the answer of another', async () => {
    const group = new Group<number, number>(async (items) => items.slice(1));
    const lost = await Promise.allSettled([group.add(1), group.add(2)]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('idle waits for all of it', async () => {
    const done: number[] = [];
    const group = new Group<number, number>(async (items) => {
      await tick();
      done.push(...items);
      return items;
    }, 1);
    void group.add(1);
    void group.add(2);
    await group.idle();
    expect(done).toEqual([1, 2]);
    await group.idle();
  });
});
