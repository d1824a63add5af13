import { readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

const LOCK = 'SingletonLock';
const LOCKS = [LOCK, 'SingletonCookie', 'SingletonSocket'];

/**
 * Takes away the lock that a killed Chromium left in its profile. It names machine and process; a container that is made
 * anew has another name, and Chromium would take its own profile for another machine's.
 * @returns `false`: a Chromium that lives has the profile open
 */
export async function freeProfile(profile: string): Promise<boolean> {
  const owner = await readlink(path.join(profile, LOCK)).catch(() => undefined);
  if (owner === undefined) return true;
  const [, host, pid] = /^(.*)-(\d+)$/.exec(owner) ?? [];
  if (host === hostname() && (await hasOpen(Number(pid), profile))) return false;
  await Promise.all(LOCKS.map((name) => rm(path.join(profile, name), { force: true })));
  return true;
}

/** In a container that was restarted, another process may have the number by now. */
async function hasOpen(pid: number, profile: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return line === undefined || line.includes(profile);
}
