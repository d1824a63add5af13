import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.ts';

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

describe('COMMIT 7, T28: lanes', () => {
  it('one message of a conversation at a time, the earliest of those that wait', async () => {
    const lanes = new Lanes<number>();
    const served: number[] = [];
    let together = 0;
    const serve = (order: number) =>
      lanes.run('c', order, async () => {
        together += 1;
        expect(together).toBe(1);
        await tick();
        together -= 1;
        served.push(order);
        return order;
      });
    const first = [serve(7), serve(3)];
    await tick();
    const later = [serve(9), serve(1), serve(5)];
    expect(await Promise.all([...first, ...later])).toEqual([7, 3, 9, 1, 5]);
    expect(served).toEqual([3, 1, 5, 7, 9]);
    expect(lanes.size).toBe(0);
  });

  it('conversations do not wait for each other', async () => {
    const lanes = new Lanes<string>();
    const stuck = lanes.run('a', 1, () => new Promise(() => undefined));
    expect(await lanes.run('b', 1, async () => 'served')).toBe('served');
    void stuck;
    expect(lanes.size).toBe(1);
  });

  it('one that fails does not hold up the next', async () => {
    const lanes = new Lanes<string>();
    const failed = lanes.run('a', 1, () => Promise.reject(new Error('x')));
    const next = lanes.run('a', 2, async () => 'served');
    await expect(failed).rejects.toThrow('x');
    expect(await next).toBe('served');
  });
});
