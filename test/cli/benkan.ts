import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = path.join(ROOT, 'dist', 'cli', 'main.js');
const PATIENCE_MS = 60_000;

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Builds `dist/` where it is missing or older than the sources; `npm test` has done so already. */
export async function built(): Promise<void> {
  const { isBuilt } = (await import(path.join(ROOT, 'scripts', 'built.mjs'))) as {
    isBuilt: (root: string) => boolean;
  };
  if (isBuilt(ROOT)) return;
  const { status } = spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'build.mjs')]);
  if (status !== 0) throw new Error('The build failed; run `npm run build` to see why.');
}

/** Runs the built command; nothing of this process's settings reaches it but PATH. */
export async function benkan(
  args: readonly string[],
  {
    env = {},
    input = '',
    patienceMs = PATIENCE_MS,
  }: { env?: Record<string, string>; input?: string; patienceMs?: number } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    timeout: patienceMs,
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

/** A folder with these files, and how to take it away. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): {
  path: string;
  remove(): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'benkan-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
