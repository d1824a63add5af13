import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of a test's own: nothing on disk, on a port nobody has; stopped by its pid. */
export interface TestRedis {
  url: string;
  /** As a crash: everything in it is gone. */
  kill(): Promise<void>;
  /** On the same port, empty. */
  start(): Promise<void>;
  /** Somebody empties it. */
  flush(): Promise<void>;
  /** Everything that lies in it now. */
  holds(): Promise<string>;
  /** It is there and does not answer, until it is let go on. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** @throws where no Redis was found, with a line that says what to do */
export async function startRedis(): Promise<TestRedis> {
  const { findRedis } = await findingRedis();
  const binary = findRedis(process.env['REDIS_SERVER']);
  const folder = await mkdtemp(path.join(tmpdir(), 'benkan-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const redis: TestRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = spawn(
        binary,
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
        { stdio: 'ignore' },
      );
      await answering(port);
    },
    async kill() {
      if (child?.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async flush() {
      const client = new Redis(port, '127.0.0.1');
      await client.flushall();
      client.disconnect();
    },
    async holds() {
      const client = new Redis(port, '127.0.0.1');
      const held = await Promise.all((await client.keys('*')).map((key) => valueOf(client, key)));
      client.disconnect();
      return JSON.stringify(held);
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async stop() {
      await redis.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}

async function valueOf(client: Redis, key: string): Promise<unknown> {
  switch (await client.type(key)) {
    case 'hash':
      return [key, await client.hgetall(key)];
    case 'list':
      return [key, await client.lrange(key, 0, -1)];
    case 'set':
      return [key, await client.smembers(key)];
    case 'zset':
      return [key, await client.zrange(key, '0', '-1')];
    case 'stream':
      return [key, await client.xrange(key, '-', '+')];
    case 'string':
      return [key, await client.get(key)];
    default:
      // It has gone meanwhile.
      return [key];
  }
}

/** A script of the tests' own, without types. */
const FINDING = '../../scripts/find-redis.mjs';
const findingRedis = async () =>
  (await import(FINDING)) as { findRedis: (wanted: string | undefined) => string };

/** A port of this machine that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const there = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The Redis of this test does not answer.');
}
