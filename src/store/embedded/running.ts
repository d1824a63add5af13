import path from 'node:path';
import { ownerOf } from './claim.ts';
import { servesFolder } from './mongod/processes.ts';
import { SET_NAME } from './mongod/replica-set.ts';
import { readRecord } from './record.ts';

export const uriOf = (port: number): string =>
  `mongodb://127.0.0.1:${port}/?replicaSet=${SET_NAME}&retryWrites=true`;

/** The address of the database while a Benkan serves from that folder, for commands that run beside it. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = path.resolve(dataDir);
  const record = await readRecord(folder);
  if (record === undefined || record === 'unreadable' || record.pid === undefined) return undefined;
  if ((await ownerOf(folder)) === undefined || !servesFolder(record.pid, path.join(folder, 'mongo')))
    return undefined;
  return uriOf(record.port);
}
