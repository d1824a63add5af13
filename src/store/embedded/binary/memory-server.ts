import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from './run.ts';

export type Fetched = { ok: true; binary: string } | { ok: false; why: string };

/** The download's host often cannot be reached at all: no first byte by then means no. */
const FIRST_WORD_MS = 8_000;
/** Unpacking the archive says nothing for a while on a slow disk. */
const SILENCE_MS = 120_000;
const TOTAL_MS = 30 * 60_000;

/**
 * The library runs in a process of its own: its download cannot be cancelled, talks on standard output, and verifies
 * TLS certificates only when npm's setting in the environment says so, which is set here for the child alone.
 */
const SCRIPT = `
process.env.npm_config_strict_ssl = 'true';
process.env.MONGOMS_MAX_RETRIES = '1';
Object.assign(process.env, JSON.parse(process.argv[3]));
const { MongoBinary } = require(process.argv[1]);
MongoBinary.getPath({ downloadDir: process.argv[2] }).then(
  (found) => console.log('\\nfound=' + found),
  (error) => { console.error(String(error.message).split('\\n')[0]); process.exit(1); },
);`;

const folderIn = (cacheDir: string) => path.join(cacheDir, 'memory-server');

/**
 * Lets mongodb-memory-server find or download its server; bounded when its host is not reached.
 * `settings` are the library's own (MONGOMS_…), for tests.
 */
export async function downloadFromMongo(
  cacheDir: string,
  progress: (line: string) => void,
  settings: Record<string, string> = {},
  firstWordMs = FIRST_WORD_MS,
): Promise<Fetched> {
  const library = createRequire(import.meta.url).resolve('mongodb-memory-server');
  progress('Looking for a MongoDB server to download (mongodb-memory-server) …');
  const tell = everyTenth(progress);
  const ran = await run(
    process.execPath,
    ['-e', SCRIPT, library, folderIn(cacheDir), JSON.stringify(settings)],
    {
      totalMs: TOTAL_MS,
      firstWordMs,
      silenceMs: SILENCE_MS,
      onText: tell,
    },
  );
  const binary = /^found=(.+)$/m.exec(ran.stdout)?.[1];
  if (ran.ok && binary !== undefined) return { ok: true, binary };
  return { ok: false, why: ran.why || 'it found nothing' };
}

/** What an earlier download left, without a word to the network. The checksum beside it is written last. */
export async function downloadedBefore(cacheDir: string): Promise<string[]> {
  const names: string[] = await readdir(folderIn(cacheDir)).catch(() => []);
  return names
    .filter((name) => name.startsWith('mongod-') && names.includes(`${name}.md5`))
    .map((name) => path.join(folderIn(cacheDir), name));
}

function everyTenth(progress: (line: string) => void): (text: string) => void {
  let told = -1;
  return (text) => {
    const tenth = Math.floor(Number(/ (\d+)(?:\.\d+)?% /.exec(text)?.[1] ?? -10) / 10);
    if (tenth <= told) return;
    told = tenth;
    progress(`Downloading MongoDB: ${tenth * 10} %`);
  };
}
