import mongoose from 'mongoose';
import { within } from '../domain/within.ts';

export type { Connection } from 'mongoose';

/** What the driver waits for; measured against a killed and a hung primary (trust row T27). */
const DRIVER = {
  heartbeatFrequencyMS: 2000,
  connectTimeoutMS: 4000,
  socketTimeoutMS: 8000,
  serverSelectionTimeoutMS: 4000,
  retryWrites: true,
  w: 'majority',
  journal: true,
  readConcernLevel: 'majority',
} as const;

/**
 * Opens the connection every store shares. It comes back by itself after an outage; nothing is buffered meanwhile, so a
 * door learns at once that it must say 503.
 */
export async function connect(uri: string, database?: string): Promise<mongoose.Connection> {
  mongoose.set('sanitizeFilter', true);
  mongoose.set('strictQuery', 'throw');
  return await mongoose
    .createConnection(uri, {
      ...DRIVER,
      ...(database === undefined ? {} : { dbName: database }),
      bufferCommands: false,
      autoIndex: false,
      autoCreate: false,
    })
    .asPromise();
}

/**
 * Whether the primary answers within `ms`. Used for readiness only. The driver's own time limit does not hold while it
 * looks for a server or waits on a socket that hangs (measured: 4 to 6 s), so we stop waiting ourselves.
 */
export async function answers(connection: mongoose.Connection, ms: number): Promise<boolean> {
  const { db } = connection;
  if (db === undefined) return false;
  const ping = db.command({ ping: 1 }, { timeoutMS: ms }).then(
    () => true,
    () => false,
  );
  return within(ping, ms, () => false);
}
