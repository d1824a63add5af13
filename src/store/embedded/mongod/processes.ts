import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Longest polite wait for a mongod to write everything out and end. */
export const STOP_MS = 8_000;
const LOOK_EVERY_MS = 25;

const hasProc = existsSync('/proc/self/stat');

/** True while `pid` is a living mongod on that folder: the number alone may belong to someone else by now. */
export function servesFolder(pid: number, dbPath: string): boolean {
  return commandLine(pid).includes(`--dbpath\0${dbPath}\0`);
}

/** The port a living mongod was started with. */
export function portOf(pid: number): number | undefined {
  const port = /\0--port\0(\d+)\0/.exec(commandLine(pid))?.[1];
  return port === undefined ? undefined : Number(port);
}

/** A mark that differs between two processes that get the same number one after the other; `undefined`: none lives. */
export function startMark(pid: number): string | undefined {
  if (!hasProc) return ps(pid, 'lstart=') || undefined;
  const stat = readProc(pid, 'stat');
  // The name in parentheses may itself hold spaces; the state follows it, the start time is 19 fields further.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' || fields[0] === 'Z' ? undefined : fields[19];
}

/** Stops a mongod by its number: politely for up to 8 s, then for good. */
export async function stopServer(pid: number, dbPath: string): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await goneWithin(pid, dbPath, STOP_MS)) return;
  signal(pid, 'SIGKILL');
  await goneWithin(pid, dbPath, 2_000);
}

/** Resolves when that mongod no longer lives. */
export async function whenGone(pid: number, dbPath: string): Promise<void> {
  while (servesFolder(pid, dbPath)) await pause(500, false);
}

async function goneWithin(pid: number, dbPath: string, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms; waited += LOOK_EVERY_MS) {
    if (!servesFolder(pid, dbPath)) return true;
    await pause(LOOK_EVERY_MS);
  }
  return !servesFolder(pid, dbPath);
}

/** Unless `holds`, the process may end while this waits. */
export function pause(ms: number, holds = true): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    if (!holds) timer.unref();
  });
}

/** Waits for something that by itself does not keep the process alive, such as the end of a child let go. */
export async function holding<T>(work: Promise<T>): Promise<T> {
  const hold = setInterval(() => undefined, 1_000);
  try {
    return await work;
  } finally {
    clearInterval(hold);
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Arguments, each ended by NUL. Empty for no such process and for a dead one nobody has collected yet. */
function commandLine(pid: number): string {
  if (hasProc) return readProc(pid, 'cmdline');
  return ps(pid, 'command=').split(' ').concat('').join('\0');
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}
