import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from 'mongoose';
import type { Inbound } from '../../src/domain/message.ts';
import { connect } from '../../src/store/connection.ts';
import { type Keyring, keyring, keyringFile, newKeyringFile } from '../../src/store/keys/keyring.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import type { Point } from './points.ts';
import { bundleChild, type Received, type Server, startPlatform, startServer } from './processes.ts';

/** Long enough for a busy machine to send and clear, short enough to wait for. */
export const LEASE_MS = 1500;
const PATIENCE_MS = 60_000;

/** What differs from a run without a crash (empty is good), and how many replies came once more. */
export interface Looked {
  wrong: string[];
  doubled: number;
  /** Of a broadcast, messages that are said to be in doubt. */
  inDoubt?: number;
}

export interface Verdict extends Looked {
  point: Point;
  crashed: boolean;
}

export interface CrashStage {
  /** Every point a life without a crash passes. */
  points(): Promise<Point[]>;
  /** Plays a life that crashes at `point`; `also` is done at the moment of the crash (e.g. the database is killed too). */
  crashAt(point: Point, also?: () => Promise<void>): Promise<Verdict>;
  close(): Promise<void>;
}

/** The server that stands there; a crashed one is replaced by one that does not crash. */
export type Next = () => Promise<Server>;

/** One thing that is done in spite of a crash. */
export interface Life {
  /** Brings everything that comes from outside, until it is taken. */
  begin(next: Next): Promise<void>;
  /** What a process does besides recovering, now and then. */
  goOn?(server: Server): Promise<void>;
  look(): Promise<Looked>;
}

export interface CrashPlace {
  connection: Connection;
  keys: Keyring;
  platform: { received: Received[] };
  start(crashAt: Point | null): Promise<Server>;
  crashing(point: Point, also: (() => Promise<void>) | undefined, life: Life): Promise<Verdict>;
  close(): Promise<void>;
}

/** A database, a platform and processes that crash where they are told. */
export async function crashPlace(uri: string): Promise<CrashPlace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crash-'));
  const keyringPath = path.join(folder, 'keyring.json');
  const file = keyringFile.parse(newKeyringFile('test', '2026-11'));
  await writeFile(keyringPath, JSON.stringify(file), { mode: 0o600 });
  const connection = await connect(uri);
  const keys = keyring(file);
  await prepareStore(connection, keys);
  const platform = await startPlatform();
  const script = await bundleChild();
  const start = (crashAt: Point | null): Promise<Server> =>
    startServer(script, { uri, keyringPath, platform: platform.url, leaseMs: LEASE_MS, crashAt });
  return {
    ...{ connection, keys, platform, start },
    async crashing(point, also, life) {
      let server = await start(point);
      let crashed = false;
      const next: Next = async () => {
        if (server.process.exitCode === null && server.process.signalCode === null) return server;
        crashed ||= server.process.signalCode === 'SIGKILL';
        server = await start(null);
        return server;
      };
      const killed = server.gone.then(() => also?.());
      await life.begin(next);
      // It is over; what the crash left is finished by a process that looks for it.
      if (server.process.signalCode === null) await Promise.race([server.gone, pause(150)]);
      await next();
      await settled(async () => {
        await life.goOn?.(await next());
        return (await life.look()).wrong.length === 0;
      });
      const verdict = { point, crashed, ...(await life.look()) };
      await fetch(`${server.url}/stop`).catch(() => undefined);
      await server.gone;
      await killed;
      return verdict;
    },
    async close() {
      await platform.stop();
      await connection.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Brings each message until it is acknowledged, as a platform does. */
export async function deliver(to: Next, messages: readonly Inbound[]): Promise<void> {
  for (const message of messages) {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const { url } = await to();
      const status = await fetch(url, { method: 'POST', body: JSON.stringify(message) }).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 200) break;
      if (performance.now() > until) throw new Error(`${message.id} was never acknowledged`);
      await pause(50);
    }
  }
}

async function settled(is: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await is().catch(() => false)) && performance.now() < until) await pause(50);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
