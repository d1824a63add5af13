// One MongoDB for a whole jest run: a set of one in a temporary folder, started by the product's own embedded code.
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Memory that looks like a disk, where Linux has it. */
const MEMORY = '/dev/shm';
/** Four times what a whole run writes. A container often has 64 MB there, which would be full at once. */
const ROOM_BYTES = 1.5 * 2 ** 30;

export default async function setup() {
  const { startEmbedded, defaultCacheDir } = await embeddedRoom();
  const dataDir = await mkdtemp(path.join(await quickFolder(), 'benkan-test-'));
  const mongo = await startEmbedded({
    dataDir,
    cacheDir: defaultCacheDir(),
    ...(process.env.MONGOD_BINARY && { binary: process.env.MONGOD_BINARY }),
    pathFolders: (process.env.PATH ?? '').split(path.delimiter),
    progress: (line) => console.log(line),
  });
  const guard = stopWhenWeDie(mongo.pid, dataDir);
  process.env.TEST_MONGODB_URI = mongo.uri;
  process.env.TEST_MONGOD_BINARY = mongo.binary;
  globalThis.stopTestMongo = async () => {
    guard.kill();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Every commit waits until it is on the disk; the tests prove what is kept, not how fast this machine's disk is. */
async function quickFolder() {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
}

/** jest does not load TypeScript here. The bundle lies where `import` finds the packages; one a process, as runs overlap. */
async function embeddedRoom() {
  const root = path.resolve(import.meta.dirname, '..');
  const folder = path.join(root, 'node_modules', '.cache', 'benkan');
  const outfile = path.join(folder, `embedded-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [path.join(root, 'src/store/embedded/index.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}

/** A killed jest runs no teardown. The guard reads a pipe that only we hold, so it wakes when we are gone, however. */
function stopWhenWeDie(pid, dataDir) {
  const clearUp = 'cat >/dev/null; kill "$0"; while kill -0 "$0" 2>/dev/null; do sleep 1; done; rm -rf "$1"';
  const guard = spawn('sh', ['-c', clearUp, String(pid), dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  guard.stdin.unref?.();
  return guard;
}
