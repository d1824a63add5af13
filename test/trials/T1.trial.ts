import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { upToDate } from '../app/running.ts';
import { type ReadableHouse, readableHouse, searchDocuments } from '../canaries/house.ts';
import { meetAll } from '../canaries/people.ts';
import { Search } from '../canaries/search.ts';

/** T1 in full; `T1_CANARIES` makes it shorter. */
const COUNT = Number(process.env['T1_CANARIES'] ?? 1_000);

let house: ReadableHouse;
beforeAll(async () => {
  await upToDate();
  house = await readableHouse();
}, 240_000);
afterEach(() => house.close(), 60_000);

it('T1: canary identities in files, oplog, journal, logs and documents', async () => {
  const { needles } = await meetAll(house, COUNT);
  const search = new Search(needles);
  const documents = await searchDocuments(house.client, search);
  await house.toDisk();
  const running = await search.inFolder(house.dataDir);
  await house.stop();
  const stopped = await search.inFolder(house.dataDir);
  const output = Buffer.from(house.child.out() + house.child.err());
  const printed = search.inBytes(output, 'output');
  console.info(
    `T1: ${COUNT} identities, ${needles.length} byte sequences; ${documents.documents} documents of ` +
      `${documents.collections.length} collections: ${documents.hits.length} hits; ${running.files.length} files, ` +
      `${running.bytes} bytes, while it ran: ${running.hits.length} hits; ${stopped.files.length} files, ` +
      `${stopped.bytes} bytes, after its stop: ${stopped.hits.length} hits; ${output.length} bytes of output at debug ` +
      `level: ${printed.length} hits`,
  );
  const hits = [...documents.hits, ...running.hits, ...stopped.hits, ...printed];
  expect([...new Set(hits.map(({ where, what, shape }) => `${what} as ${shape} in ${where}`))]).toEqual([]);
});
