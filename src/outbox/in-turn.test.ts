import { expect, it } from '@jest/globals';
import { inTurn } from './in-turn.ts';
import { Pacing } from './pacing.ts';

const A_SECOND = { messages: 1, perMs: 1000, source: 'a test' };
const sent = async (): Promise<{ kind: 'sent' }> => ({ kind: 'sent' });

it('C9, B10: a call counts as a message does, and gives its place back also where it throws', async () => {
  let now = 0;
  const pacing = new Pacing({ toOne: A_SECOND }, () => now);
  expect(await inTurn(pacing, 'alert', '@x', sent)).toEqual({ kind: 'sent' });
  const second = inTurn(pacing, 'alert', '@x', sent);
  expect(pacing.waiting).toBe(1);
  now = 5000;
  expect(await second).toEqual({ kind: 'sent' });
  now = 10_000;
  await expect(inTurn(pacing, 'alert', '@x', () => Promise.reject(new Error('lost')))).rejects.toThrow(
    'lost',
  );
  now = 20_000;
  expect(await inTurn(pacing, 'alert', '@x', sent)).toEqual({ kind: 'sent' });
  pacing.stop();
});

it('C9, B10: a pause that is asked for holds everybody; who waits when the house stops does not go', async () => {
  const pacing = new Pacing({}, () => 0);
  const held = { kind: 'retry', afterMs: 7000, forAll: true } as const;
  expect(await inTurn(pacing, 'alert', '@x', async () => held)).toBe(held);
  expect(pacing.heldMs).toBe(7000);
  let called = 0;
  const waiting = inTurn(pacing, 'alert', '@x', async () => {
    called += 1;
    return { kind: 'sent' };
  });
  pacing.stop();
  expect([await waiting, called]).toEqual([undefined, 0]);
});
