import mongoose from 'mongoose';
import { unavailable } from '../../../domain/faults.ts';
import { pause } from './processes.ts';

const { MongoClient, MongoNetworkError, MongoServerError } = mongoose.mongo;

export const SET_NAME = 'benkan';

/** A set of one elects itself at once; only a recovery takes longer. */
const PRIMARY_MS = 60_000;
const LOOK_EVERY_MS = 20;
/**
 * A mongod with a new port asks its old address first whether that is itself, and gives a mute stranger there 30 s.
 * A server that was left running, though, answers at once or is not worth waiting for.
 */
const PATIENT_MS = 45_000;
const IMPATIENT_MS = 3_000;
const NOT_YET_INITIALIZED = 94;
const ALREADY_INITIALIZED = 23;

interface SetConfig {
  version: number;
  members: { host: string }[];
}

/**
 * Makes the server on that port the primary of its set of one: initiated at its first start, and given its new address
 * when the port changed. Forcing that is safe here and only here: with no second member nobody can hold another
 * configuration, and no write can be lost.
 */
export async function becomePrimary(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  for (let waited = 0; waited < PRIMARY_MS; waited += LOOK_EVERY_MS) {
    try {
      await withServer(port, PATIENT_MS, (command) => configureAndWait(command, host));
      return;
    } catch (error) {
      // It closes its connections when it changes its role.
      if (!(error instanceof MongoNetworkError)) throw error;
      await pause(LOOK_EVERY_MS);
    }
  }
  throw noPrimary();
}

async function configureAndWait(command: Command, host: string): Promise<void> {
  for (let waited = 0; waited < PRIMARY_MS; waited += LOOK_EVERY_MS) {
    const hello = await command({ hello: 1 });
    if (hello['isWritablePrimary'] === true) return;
    await configure(command, host);
    await pause(LOOK_EVERY_MS);
  }
  throw noPrimary();
}

const noPrimary = () =>
  unavailable('mongod_no_primary', 'The embedded database did not become writable; start Benkan again.');

/** What a mongod that was left running says; `undefined` when it does not answer like ours. */
export async function askServer(port: number): Promise<{ version: string } | undefined> {
  try {
    return await withServer(port, IMPATIENT_MS, async (command) => {
      const hello = await command({ hello: 1 });
      const build = await command({ buildInfo: 1 });
      if (hello['setName'] !== SET_NAME || hello['isWritablePrimary'] !== true) return undefined;
      return { version: String(build['version']) };
    });
  } catch {
    return undefined;
  }
}

type Command = (command: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** Changes something only where it is not as it should be, so it may be called again and again. */
async function configure(command: Command, host: string): Promise<void> {
  const config = await readConfig(command);
  if (config === undefined) {
    // `already`: it was still reading its configuration; the next look finds it.
    const initiate = command({ replSetInitiate: { _id: SET_NAME, members: [{ _id: 0, host }] } });
    await initiate.catch(ignoring(ALREADY_INITIALIZED));
  } else if (config.members[0]?.host !== host) {
    const member = { ...config.members[0], host };
    await command({
      replSetReconfig: { ...config, version: config.version + 1, members: [member] },
      force: true,
    });
  }
}

async function readConfig(command: Command): Promise<SetConfig | undefined> {
  const answer = await command({ replSetGetConfig: 1 }).catch(ignoring(NOT_YET_INITIALIZED));
  return answer?.['config'] as SetConfig | undefined;
}

function ignoring(code: number): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof MongoServerError) || error.code !== code) throw error;
  };
}

async function withServer<T>(
  port: number,
  patienceMs: number,
  work: (command: Command) => Promise<T>,
): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 3_000,
    connectTimeoutMS: 3_000,
    socketTimeoutMS: patienceMs,
    maxPoolSize: 1,
  });
  try {
    const admin = client.db('admin');
    return await work((command) => admin.command(command));
  } finally {
    await client.close();
  }
}
