// Finds the Redis that tests of several processes start, or installs it where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
  '/usr/bin/valkey-server',
];
const INSTALL_MS = 10 * 60_000;

/**
 * The path of a Redis that runs: `wanted` (REDIS_SERVER) or one of the usual places, else installed with apt-get when we
 * are root. Throws an error of one line that says what to do.
 */
export function findRedis(wanted, progress = console.log, usual = USUAL) {
  if (wanted) {
    if (runs(wanted)) return wanted;
    throw new Error(`REDIS_SERVER=${wanted} does not run. Give the path of a redis-server, or unset it.`);
  }
  const found = usual.find(runs) ?? (install(progress) ? usual.find(runs) : undefined);
  if (found) return found;
  throw new Error(
    'No Redis was found. Install it (Debian: apt-get install redis-server) or set REDIS_SERVER to its path.',
  );
}

function runs(file) {
  return (
    existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

function install(progress) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return false;
  progress('Installing Redis with apt-get …');
  return [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'redis-server'],
  ].every(
    (args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: INSTALL_MS,
        // Installed to be started by the tests, not by the machine.
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
      }).status === 0,
  );
}
