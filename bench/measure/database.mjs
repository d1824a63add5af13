import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The MongoDB every contestant writes to: the one of BENCH_MONGODB_URI, or one of our own for the time of the run, found
 * and started as `npm start` does it (a replica set of one, journaled).
 * @returns `uri(database)` and `stop()`
 */
export async function startDatabase({ dist, say }) {
  const given = process.env['BENCH_MONGODB_URI'];
  if (given !== undefined && given !== '')
    return { uri: (name) => withDatabase(given, name), stop: async () => {} };
  const { startEmbedded, defaultCacheDir } = await import(
    pathToFileURL(path.join(dist, 'store', 'embedded', 'index.js')).href
  );
  const dataDir = await mkdtemp(path.join(tmpdir(), 'benkan-bench-'));
  const embedded = await startEmbedded({
    dataDir,
    cacheDir: defaultCacheDir(),
    ...(process.env['MONGOD_BINARY'] ? { binary: process.env['MONGOD_BINARY'] } : {}),
    pathFolders: (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean),
    progress: say,
  });
  return {
    pid: embedded.pid,
    uri: (name) => withDatabase(embedded.uri, name),
    async stop() {
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function withDatabase(uri, name) {
  const [, head, , query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  if (head === undefined) throw new Error('BENCH_MONGODB_URI is no MongoDB address.');
  return `${head}/${name}${query}`;
}
