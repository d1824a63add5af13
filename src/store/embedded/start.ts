import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../../domain/faults.ts';
import { type Binary, type BinarySearch, findBinary } from './binary/find-binary.ts';
import { claimFolder } from './claim.ts';
import { adoptOrStop } from './left-over.ts';
import { launch, PortTaken, type Running } from './mongod/launch.ts';
import { stopServer } from './mongod/processes.ts';
import { becomePrimary } from './mongod/replica-set.ts';
import { type Ended, supervise } from './mongod/supervise.ts';
import { freePort, isFree } from './ports.ts';
import { type MongodRecord, readRecord, writeRecord } from './record.ts';
import { uriOf } from './running.ts';

export interface EmbeddedSettings extends Pick<BinarySearch, 'download' | 'wheel'> {
  dataDir: string;
  /** Where a fetched server is kept; see `defaultCacheDir`. */
  cacheDir: string;
  /** MONGOD_BINARY. */
  binary?: string;
  /** The folders of PATH, in order. */
  pathFolders: readonly string[];
  /** Otherwise chosen at the first start and kept. */
  port?: number;
  /** Lines for the terminal; they hold paths and versions only. */
  progress: (line: string) => void;
  /** The database ended by itself. While `restarting`, it comes back under the same address. */
  onExit?: (ended: Ended) => void;
  /** For tests: the waits between restarts, in milliseconds. */
  backoff?: readonly number[];
}

export interface Embedded {
  uri: string;
  /** Changes after a restart. */
  readonly pid: number;
  binary: string;
  version: string;
  /** Stops the database: politely for up to 8 s, then for good. */
  stop(): Promise<void>;
}

interface Started extends Running {
  record: MongodRecord;
}

/**
 * Starts (or takes over) the embedded database of `dataDir` and resolves when it can be written to.
 * Throws a `Fault` of kind `refusal` whose one line says what to do.
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<Embedded> {
  const dataDir = path.resolve(settings.dataDir);
  const dbPath = path.join(dataDir, 'mongo');
  await openFolder(dataDir, dbPath);
  const release = await claimFolder(dataDir);
  try {
    const started = await start(settings, dataDir, dbPath);
    const { binary, version, port } = started.record;
    const supervised = supervise(started, {
      dbPath,
      relaunch: () => begin({ ...started.record }, dataDir, dbPath),
      onExit: (ended) => settings.onExit?.(ended),
      ...(settings.backoff && { backoff: settings.backoff }),
    });
    return {
      uri: uriOf(port),
      get pid() {
        return supervised.pid;
      },
      binary,
      version,
      async stop() {
        await supervised.stop();
        await writeRecord(dataDir, { ...started.record, pid: undefined });
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Only the owner may enter: the files hold what people wrote, encrypted or not. */
async function openFolder(dataDir: string, dbPath: string): Promise<void> {
  try {
    await mkdir(dbPath, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK);
    await access(dbPath, constants.W_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw refusal(
      'data_dir_unwritable',
      `The data folder ${dataDir} cannot be written (${code}). Make it writable, or set DATA_DIR to another folder.`,
    );
  }
}

async function start(settings: EmbeddedSettings, dataDir: string, dbPath: string): Promise<Started> {
  const { progress } = settings;
  const read = await readRecord(dataDir);
  if (read === 'unreadable')
    progress(`${path.join(dataDir, 'mongod.json')} is unreadable and is written anew.`);
  const record = read === 'unreadable' ? undefined : read;
  const adopted = await adoptOrStop({
    dbPath,
    record,
    binary: settings.binary,
    port: settings.port,
    progress,
  });
  if (adopted !== undefined) return adopted;
  const found = await findBinary({ ...settings, ...(record && { written: record.written }) });
  return startOnFreePort(settings, found, record, dataDir, dbPath);
}

/**
 * The recorded port, unless a stranger has it by now: then the database moves to another one. An error would help
 * nobody, since no one but us knows the port.
 */
async function startOnFreePort(
  settings: EmbeddedSettings,
  found: Binary,
  record: MongodRecord | undefined,
  dataDir: string,
  dbPath: string,
): Promise<Started> {
  let port = settings.port ?? record?.port ?? (await anyPort(dataDir));
  for (let tries = 0; tries < 3; tries++) {
    if (!(await isFree(port))) port = await moved(port, settings, dataDir);
    try {
      const written = record?.written ?? found.version;
      return await begin({ v: 1, ...found, port, written }, dataDir, dbPath);
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
  throw refusal('port_taken', `Port ${port} is taken by another program. Stop it, then start Benkan again.`);
}

async function moved(port: number, settings: EmbeddedSettings, dataDir: string): Promise<number> {
  if (settings.port !== undefined) {
    throw refusal(
      'port_taken',
      `Port ${port} for the database is taken by another program. Stop it or choose another port.`,
    );
  }
  const next = await anyPort(dataDir);
  settings.progress(`Port ${port} is taken by another program; the database moves to port ${next}.`);
  return next;
}

async function anyPort(dataDir: string): Promise<number> {
  const port = await freePort(dataDir);
  if (port === undefined)
    throw refusal('port_taken', 'No free port for the database was found; stop some programs.');
  return port;
}

async function begin(record: MongodRecord, dataDir: string, dbPath: string): Promise<Started> {
  const { binary, port } = record;
  const running = await launch({ binary, port, dbPath, logFile: path.join(dataDir, 'mongod.log') });
  // Before anything else: should we be killed now, the next start finds it.
  const now = { ...record, pid: running.pid };
  try {
    await writeRecord(dataDir, now);
    await becomePrimary(port);
  } catch (error) {
    await stopServer(running.pid, dbPath);
    throw error;
  }
  return { ...running, record: now };
}
