import { expect, it } from '@jest/globals';
import type { CallContext } from '../../conversation/ports.ts';
import { regionPacks } from './index.ts';

const SONGHAY = { lang: 'ses', name: 'Soŋay', regions: ['gao'], texts: new Map<string, never>() };
const context = (person: string): CallContext => ({
  ...{ person, conversation: 'c', channel: 'web', address: 'a', lang: 'fr', day: '2026-11-22' },
  claim: { inbound: 'i', call: 0 },
});
const homes: Record<string, string> = { awa: 'gao/ansongo', ali: 'kayes', oumar: 'gao' };
const offered = (person: string, packs = [SONGHAY]) =>
  regionPacks({ packs, placeOf: async (one) => homes[one] }).calls.map((call) =>
    call.run({}, context(person)),
  )[0];

it('L10: a pack is offered to who lives where its language is spoken', async () => {
  expect(await offered('awa')).toEqual([{ key: 'ses', label: 'Soŋay' }]);
  expect(await offered('oumar')).toEqual([{ key: 'ses', label: 'Soŋay' }]);
});

it('L10: to nobody else, and to nobody whose place is not known', async () => {
  expect(await offered('ali')).toEqual([]);
  expect(await offered('nobody')).toEqual([]);
});

it('L10: without packs nobody is looked up', async () => {
  const refuses = regionPacks({ packs: [], placeOf: () => Promise.reject(new Error('asked')) });
  expect(await refuses.calls.map((call) => call.run({}, context('awa')))[0]).toEqual([]);
});
