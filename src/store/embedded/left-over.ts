import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Running } from './mongod/launch.ts';
import { portOf, servesFolder, stopServer, whenGone } from './mongod/processes.ts';
import { askServer } from './mongod/replica-set.ts';
import type { MongodRecord } from './record.ts';

export interface LeftOver {
  dbPath: string;
  record: MongodRecord | undefined;
  /** MONGOD_BINARY and the port, when they are set: a server that differs is not adopted. */
  binary: string | undefined;
  port: number | undefined;
  progress: (line: string) => void;
}

/**
 * A mongod outlives us when we are killed. The one the record describes is taken over; any other on our folder is
 * stopped by its number. Both only after its own command line says that it serves our folder.
 */
export async function adoptOrStop(left: LeftOver): Promise<(Running & { record: MongodRecord }) | undefined> {
  const pid = await livingServer(left);
  if (pid === undefined) return undefined;
  const { record, dbPath, progress } = left;
  if (record !== undefined && (await fits(pid, record, left))) {
    progress(`Taking over the database of the last run (process ${pid}).`);
    const exited = whenGone(pid, dbPath).then(() => ({ code: null, signal: null }));
    return { pid, exited, record };
  }
  progress(`Stopping the database that the last run left (process ${pid}).`);
  await stopServer(pid, dbPath);
  return undefined;
}

/** Recorded by us, or where our record is gone by mongod itself. */
async function livingServer({ record, dbPath }: LeftOver): Promise<number | undefined> {
  const own = await readFile(path.join(dbPath, 'mongod.lock'), 'utf8').catch(() => '');
  const candidates = [record?.pid, Number.parseInt(own)];
  return candidates.find((pid) => pid !== undefined && pid > 1 && servesFolder(pid, dbPath));
}

async function fits(pid: number, record: MongodRecord, wanted: LeftOver): Promise<boolean> {
  if (pid !== record.pid || portOf(pid) !== record.port) return false;
  if (wanted.port !== undefined && wanted.port !== record.port) return false;
  if (wanted.binary !== undefined && wanted.binary !== record.binary) return false;
  return (await askServer(record.port))?.version === record.version;
}
