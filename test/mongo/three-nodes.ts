import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { defaultCacheDir } from '../../src/store/embedded/index.ts';
import { findBinary } from '../../src/store/embedded/binary/find-binary.ts';
import { freePort } from '../redis/server.ts';

/** A replica set of three, each a process of its own, on ports nobody has. */
export interface ThreeNodes {
  /** Names a database of its own. */
  uri(database: string): string;
  pids: readonly number[];
  stop(): Promise<void>;
}

const SET = 'three';
const NODES = 3;
const WITHIN_MS = 60_000;

/** @throws where no MongoDB is found, with a line that says what to do */
export async function startThreeNodes(): Promise<ThreeNodes> {
  const { binary } = await findBinary({
    pathFolders: (process.env['PATH'] ?? '').split(':'),
    cacheDir: defaultCacheDir(),
    progress: () => undefined,
    ...(process.env['MONGOD_BINARY'] !== undefined && { binary: process.env['MONGOD_BINARY'] }),
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'three-nodes-'));
  const ports: number[] = [];
  const nodes: ChildProcess[] = [];
  for (let n = 0; n < NODES; n += 1) {
    const port = await freePort();
    const dbPath = path.join(folder, String(n));
    await mkdir(dbPath);
    const args = ['--dbpath', dbPath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
    const set = ['--replSet', SET, '--oplogSize', '64', '--wiredTigerCacheSizeGB', '0.25', '--quiet'];
    nodes.push(spawn(binary, [...args, ...set], { stdio: 'ignore' }));
    ports.push(port);
  }
  const hosts = ports.map((port) => `127.0.0.1:${String(port)}`);
  const [first = ''] = hosts;
  const alone = await connected(`mongodb://${first}/?directConnection=true`);
  const members = hosts.map((host, _id) => ({ _id, host, priority: _id === 0 ? 2 : 1 }));
  await alone.db('admin').command({ replSetInitiate: { _id: SET, members } });
  await alone.close();
  const uri = (database: string): string => `mongodb://${hosts.join(',')}/${database}?replicaSet=${SET}`;
  // Resolves when there is a primary.
  await (await connected(uri('admin'))).close();
  return {
    uri,
    pids: nodes.flatMap(({ pid }) => pid ?? []),
    async stop() {
      await Promise.all(
        nodes.map(async (node) => {
          const gone = once(node, 'exit');
          node.kill('SIGKILL');
          await gone;
        }),
      );
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function connected(uri: string): Promise<mongoose.mongo.MongoClient> {
  return mongoose.mongo.MongoClient.connect(uri, { serverSelectionTimeoutMS: WITHIN_MS });
}
