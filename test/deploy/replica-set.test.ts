import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { connect } from '../../src/store/connection.ts';
import { prepareStore } from '../../src/store/prepare.ts';
import { realMongod } from '../mongo/embedded.ts';
import { newFolder } from '../mongo/stand-ins.ts';
import { testKeyring } from '../universe/keyring.ts';
import { readCompose, settingsOfReadme } from './compose-file.ts';
import { ROOT } from './dockerfile.ts';

const LONG_MS = 600_000;
const readme = settingsOfReadme();

describe('the script that initiates the replica set, on three real nodes with a keyfile', () => {
  const nodes: ChildProcess[] = [];
  let uri: string;

  beforeAll(async () => {
    const folder = await newFolder();
    const keyfile = path.join(folder, 'keyfile');
    writeFileSync(keyfile, readme['MONGO_KEYFILE']!, { mode: 0o400 });
    const ports = await freePorts(3);
    for (const [index, port] of ports.entries()) {
      const name = `mongo${index + 1}`;
      mkdirSync(path.join(folder, name));
      nodes.push(startNode(readCompose().services[name]!.command!, keyfile, port, path.join(folder, name)));
    }
    const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
    uri = `mongodb://benkan:${readme['MONGO_PASSWORD']}@${hosts}/benkan?replicaSet=benkan`;
  }, LONG_MS);
  afterAll(async () => {
    const running = nodes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = running.map((node) => once(node, 'exit'));
    for (const node of running) node.kill('SIGKILL');
    await Promise.all(ended);
  });

  const initiate = (env: Record<string, string> = {}) => {
    const run = spawnSync(process.execPath, readCompose().services['replica-set']!.command!.slice(1), {
      cwd: ROOT,
      env: { MONGODB_URI: uri, MONGO_ROOT_PASSWORD: readme['MONGO_ROOT_PASSWORD']!, ...env },
      encoding: 'utf8',
    });
    return { status: run.status, out: run.stdout.trim(), err: run.stderr.trim() };
  };
  const THERE = { status: 0, out: 'The replica set is there, and its users.', err: '' };

  it(
    'makes one of three, whose user may do what Benkan needs in its own database and nothing beside it',
    async () => {
      expect(initiate()).toEqual(THERE);
      const connection = await connect(uri);
      try {
        await prepareStore(connection, testKeyring());
        await connection.collection('notes').insertOne({ a: 1 }, { writeConcern: { w: 3 } });
        const elsewhere = connection.getClient().db('other').collection('notes');
        await expect(elsewhere.insertOne({ a: 1 })).rejects.toMatchObject({ code: 13 });
      } finally {
        await connection.close();
      }
      const stranger = uri.replace(/benkan:\w+@/, '');
      const client = await mongo.MongoClient.connect(stranger);
      await expect(client.db('benkan').collection('notes').findOne()).rejects.toMatchObject({ code: 13 });
      await client.close();
    },
    LONG_MS,
  );

  it(
    'finds it there the second time, and changes the password where another is asked for',
    async () => {
      expect(initiate()).toEqual(THERE);
      uri = uri.replace(/benkan:\w+@/, 'benkan:another@');
      expect(initiate()).toEqual(THERE);
      await (await connect(uri)).close();
    },
    LONG_MS,
  );

  it(
    'refuses another root password, a missing one and an address without a set, each in one line',
    () => {
      const wrong = initiate({ MONGO_ROOT_PASSWORD: 'CANARY-7' });
      expect(wrong).toMatchObject({ status: 1, out: '' });
      expect(wrong.err).toBe(
        'initiate-replica-set: MONGO_ROOT_PASSWORD is not the one this database was made with: put that one back.',
      );
      expect(initiate({ MONGO_ROOT_PASSWORD: '' }).err).toBe(
        'initiate-replica-set: MONGO_ROOT_PASSWORD is missing.',
      );
      expect(initiate({ MONGODB_URI: 'mongodb://127.0.0.1/benkan' })).toMatchObject({
        status: 1,
        err: 'initiate-replica-set: MONGODB_URI must name a user and a replicaSet.',
      });
    },
    LONG_MS,
  );
});

/** A node as compose.yaml starts it, on this machine only. */
function startNode(command: readonly string[], keyfile: string, port: number, dbpath: string): ChildProcess {
  const args = command
    .slice(1)
    .filter((word) => word !== '--bind_ip_all')
    .map((word) => (word === '/run/keyfile' ? keyfile : word));
  const own = ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dbpath];
  return spawn(realMongod(), [...args, ...own], { stdio: 'ignore' });
}

/** Held all at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
