import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contestant, cpuSeconds, freePort, program } from '../measure/processes.mjs';

/** Of no use to anybody: the Bot API they open is a process on this machine. */
const TOKEN = '1:bench';
const SECRET = 'bench-secret-0123456789';
const READY_WITHIN_MS = 60_000;
const LOOK_WITHIN_MS = 2000;

/** The product as it is run: the built command, webhook mode, a fresh database. */
export const benkan = (dist, { name = 'ours', database = 'bench_ours', nodeArgs = [] }) => ({
  name,
  args: [...nodeArgs, path.join(dist, 'cli', 'main.js'), 'serve'],
  hook: '/webhooks/telegram',
  ready: '/readyz',
  consents: true,
  database,
  env: ({ port, apiRoot, uri }) => ({
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: 'data',
    MONGODB_URI: uri,
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_MODE: 'webhook',
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  }),
});

const peer = (name, file, database) => ({
  name,
  args: [path.join(import.meta.dirname, file)],
  hook: '/webhook',
  consents: false,
  database,
  env: ({ port, apiRoot, uri }) => ({ API_ROOT: apiRoot, TOKEN, PORT: port, SECRET, MONGODB_URI: uri }),
});

export const PEERS = [
  peer('grammY + conversations + storage-mongodb', 'grammy-mongodb.mjs', 'bench_grammy'),
  peer('grammY echo that stores nothing', 'grammy-echo.mjs', 'bench_echo'),
];

/** Starts a contestant and the people around it, and lets each of them finish one survey. */
export async function enter({ name, args, hook, ready, consents, database, env }, uriOf) {
  const driver = contestant(path.join(import.meta.dirname, 'driver.mjs'));
  const apiRoot = await driver.ask({ ask: 'listen', token: TOKEN });
  const port = await freePort();
  const cwd = await mkdtemp(path.join(tmpdir(), 'benkan-bench-'));
  const bot = program(args, { cwd, env: env({ port: String(port), apiRoot, uri: uriOf(database) }) });
  const stop = async () => {
    await bot.stop();
    await driver.stop();
    await rm(cwd, { recursive: true, force: true });
  };
  try {
    await answers(bot, `http://127.0.0.1:${port}${ready ?? hook}`, ready !== undefined);
    await driver.ask({ ask: 'greet', url: `http://127.0.0.1:${port}${hook}`, secret: SECRET, consents });
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { name, database, ask: driver.ask, cpu: () => cpuSeconds(bot.pid), stop };
}

/** Waits until it listens; until it says 200, where it can tell. */
async function answers(bot, url, mustBeReady) {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    if (bot.exited()) break;
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(LOOK_WITHIN_MS) });
      if (!mustBeReady || status === 200) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} did not answer`);
}
