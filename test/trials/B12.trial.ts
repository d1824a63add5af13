import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bringing } from '../../src/app/bring-contact.ts';
import { CONTACT_COLLECTIONS } from '../../src/capabilities/contacts/collections.ts';
import { contactsDesk } from '../../src/capabilities/contacts/imports/desk.ts';
import { bringDue } from '../../src/capabilities/contacts/imports/dues.ts';
import { importsStore } from '../../src/capabilities/contacts/imports/imports-store.ts';
import { proofsStore } from '../../src/capabilities/contacts/imports/proofs-store.ts';
import { openCollections } from '../../src/store/collections.ts';
import { testStore, type TestStore } from '../universe/store.ts';
import { realChance, realClock } from '../universe/time.ts';

const ROWS = 100_000;
/** Of all rows so many are wrong. */
const WRONG_EVERY = 20;
/** Bringing is looked at over fewer, page by page as all are. */
const BROUGHT = 5000;
const MB = 1024 * 1024;

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
  await openCollections(store.connection.db!, CONTACT_COLLECTIONS);
});
afterAll(() => store.close());

it(`B12: ${String(ROWS)} rows, one in ${String(WRONG_EVERY)} wrong`, async () => {
  const { conversations, connection, keyring, people } = store;
  const imports = importsStore(connection.db!, keyring.sealer);
  const proofs = proofsStore(connection.db!, keyring);
  const rooms = {
    ...bringing({
      ...{ conversations, clock: realClock, fallback: 'fr', kinds: () => [] },
      idOf: (address) => conversations.idOf(address),
      addressOf: (channel, phone) => ({ channel, account: '36000', user: phone }),
      followed: () => undefined,
      erase: (person) => people.erase(person),
    }),
    channels: ['sms'],
    placeOf: () => 'segou',
  };
  const deps = {
    imports,
    proofs,
    rooms,
    clock: realClock,
    chance: realChance,
    dues: { set: async () => undefined },
  };
  const desk = contactsDesk(deps);
  const of = { org: 'benkan', by: 'a', channel: 'sms' };

  let most = 0;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().heapUsed)), 20);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const from = performance.now();
  const made = await desk.check(() => file(ROWS), of);
  const took = (performance.now() - from) / 1000;
  clearInterval(look);
  console.info(
    `B12: ${String(made.rows)} rows checked in ${took.toFixed(1)} s: ${String(made.good)} may come, ` +
      `refused ${JSON.stringify(made.refused)}; heap at most ${((most - before) / MB).toFixed(0)} MB above the ${(before / MB).toFixed(0)} MB before`,
  );
  expect(made.rows).toBe(ROWS);
  expect(made.good).toBe(ROWS - ROWS / WRONG_EVERY);

  const few = await desk.check(() => file(BROUGHT), of);
  await desk.start(few.id);
  const begun = performance.now();
  await bringDue({ ...deps, clock: { now: () => 0 } }).run({ kind: '', id: few.id, at: 0, params: {} }, 0);
  const brought = await proofs.count(few.id);
  console.info(
    `B12: ${String(brought)} of them brought, ${(brought / ((performance.now() - begun) / 1000)).toFixed(0)} a second`,
  );
  expect(brought).toBe(few.good);
}, 600_000);

async function* file(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Téléphone;Langue;Lieu;Étiquettes;Date;Source;Texte\n');
  for (let row = 0; row < rows; row += 1) {
    const phone = row % WRONG_EVERY === 0 ? String(row) : String(70_000_000 + row);
    yield Buffer.from(
      `${phone};français;Ségou;jeunes;02/11/2026;Formulaire de la réunion;Oui, écrivez-moi au sujet de la paix\n`,
    );
  }
}
