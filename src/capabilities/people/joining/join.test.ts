import { expect, it } from '@jest/globals';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import { joinEffect } from './join.ts';
import type { JoiningDeps } from './ports.ts';
import { sealTicket } from './ticket.ts';

const { fingerprint, sealer } = testKeyring();
const set: unknown[] = [];
const deps = {
  ...{ fingerprint, sealer, clock: { now: () => 7 } },
  dues: { set: async (due: unknown) => void set.push(due) },
} as unknown as JoiningDeps;
const effect = joinEffect(deps);
const asked = (jeton: unknown) =>
  effect.from({ kind: 'asked_for', effect: 'people.unite', params: { jeton: jeton as string } });
const context = { person: 'guest', channel: 'web', address: 'a', lang: 'fr', day: '2026-11-21' };

it('C6: is asked for with a ticket, and by nothing else', () => {
  expect(asked('x')).toEqual([{ jeton: 'x' }]);
  expect(effect.from({ kind: 'asked_for', effect: 'people.separate', params: {} })).toEqual([]);
  for (const wrong of [undefined, null, '', 7, 'x'.repeat(2000)])
    expect(() => asked(wrong)).toThrow('without the ticket of a code');
});

it('C6: a ticket joins from the talk it was given to, and from no other', async () => {
  const jeton = sealTicket(sealer, 'c1', { person: 'host', conversation: 'c2' });
  const item = (conversation: string) => ({
    ...{ id: Buffer.from('e1'), rev: 1, context: { ...context, conversation } },
    params: { jeton },
  });
  await effect.apply([item('c1')]);
  expect(set).toEqual([
    {
      ...{ kind: 'people.unite', id: Buffer.from('e1').toString('hex'), at: 7 },
      params: { guest: 'guest', host: 'host', from: 'c1' },
    },
  ]);
  await expect(effect.apply([item('c3')])).rejects.toThrow();
});
