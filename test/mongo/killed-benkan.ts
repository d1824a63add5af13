import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { realMongod } from './embedded.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Starts the embedded database from another process, which is then killed. Returns the mongod it leaves. */
export async function killedBenkan(dataDir: string): Promise<{ pid: number; uri: string }> {
  const script = path.join(
    ROOT,
    'node_modules',
    '.cache',
    'benkan',
    `owner-${path.basename(path.dirname(dataDir))}.mjs`,
  );
  await build({
    stdin: { contents: ownerOf(dataDir), resolveDir: ROOT, loader: 'ts' },
    outfile: script,
    ...{ bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'error' },
  });
  try {
    const owner = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const gone = new Promise((resolve) => owner.once('exit', resolve));
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: owner.stdout }).once('line', resolve);
      owner.once('exit', () => reject(new Error('the owner ended before its database started')));
    });
    owner.kill('SIGKILL');
    await gone;
    return JSON.parse(line) as { pid: number; uri: string };
  } finally {
    await rm(script, { force: true });
  }
}

const ownerOf = (dataDir: string) => `
import { startEmbedded } from './src/store/embedded/index.ts';
const { pid, uri } = await startEmbedded({
  dataDir: ${JSON.stringify(dataDir)}, cacheDir: '/nowhere', binary: ${JSON.stringify(realMongod())}, pathFolders: [],
  progress: () => undefined,
});
console.log(JSON.stringify({ pid, uri }));
setInterval(() => undefined, 1_000);
`;
