import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testStore, type TestStore } from '../../../../test/universe/store.ts';
import { openCollections } from '../../../store/collections.ts';
import { CONTACT_COLLECTIONS } from '../collections.ts';
import { proofsStore } from './proofs-store.ts';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await openCollections(store.connection.db!, CONTACT_COLLECTIONS);
});
afterAll(() => store.close());

it('B12: who was taken away by an undoing may still come where the first try of the next import failed', async () => {
  const proofs = proofsStore(store.connection.db!, store.keyring);
  const proof = { day: '2026-11-02', source: 'Formulaire', wording: 'Oui' };
  await proofs.put('awa', 'first', proof);
  await proofs.keep('awa', 'person');
  await proofs.erase('person');
  await proofs.undone('awa', 'first', 7);
  expect(await proofs.put('awa', 'second', proof)).toBe(true);
  expect(await proofs.undoneAt('awa')).toBe(7);
  expect(await proofs.put('awa', 'second', proof)).toBe(true);
  await proofs.keep('awa', 'other');
  expect(await proofs.undoneAt('awa')).toBeUndefined();
});
