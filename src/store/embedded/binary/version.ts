import { run } from './run.ts';

/** Clustered collections, which hold survey answers without their order, need 5.3; 6.0 is the first long-lived one. */
export const OLDEST_MAJOR = 6;

export type VersionRead = { ok: true; version: string } | { ok: false; why: string };

/** Asks a binary for its version: the cheapest proof that it is a mongod and that this machine can run it. */
export async function readVersion(binary: string): Promise<VersionRead> {
  const ran = await run(binary, ['--version'], { totalMs: 10_000 });
  if (!ran.ok) return { ok: false, why: ran.why };
  const version = /^db version v(\d+\.\d+\.\d+)/m.exec(ran.stdout)?.[1];
  if (version === undefined) return { ok: false, why: 'it does not answer like mongod' };
  if (Number.parseInt(version) < OLDEST_MAJOR)
    return { ok: false, why: `${version} is older than ${OLDEST_MAJOR}.0` };
  return { ok: true, version };
}

/**
 * MongoDB opens files of its own series or of the one before it, never of a later one.
 * `written` is the version that created the files; we never raise the feature version of the files ourselves.
 */
export function opens(version: string, written: string | undefined): boolean {
  if (written === undefined) return true;
  const [major, minor] = series(version);
  const [writtenMajor, writtenMinor] = series(written);
  if (major === writtenMajor) return minor >= writtenMinor;
  return major === writtenMajor + 1 && minor === 0;
}

function series(version: string): [major: number, minor: number] {
  const [major, minor] = version.split('.').map(Number);
  return [major ?? 0, minor ?? 0];
}
