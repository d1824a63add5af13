// Finds a program that tests drive, or installs it where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALL_MS = 10 * 60_000;

/**
 * The path of a program that runs: `wanted`, as `setting` names it, or one of the usual places, else installed with
 * apt-get when we are root. Throws an error of one line that says what to do.
 * @param needed `a`: what such a program is; `debian`: its package
 */
export function findProgram(wanted, { name, a, setting, usual, debian }) {
  if (wanted) {
    if (runs(wanted)) return wanted;
    throw new Error(`${setting}=${wanted} does not run. Give the path of ${a}, or unset it.`);
  }
  const found = usual.find(runs) ?? (install(name, debian) ? usual.find(runs) : undefined);
  if (found) return found;
  throw new Error(
    `No ${name} was found. Install it (Debian: apt-get install ${debian}) or set ${setting} to its path.`,
  );
}

function runs(file) {
  return (
    existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

function install(name, debian) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0)
    return false;
  console.log(`Installing ${name} with apt-get …`);
  return [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', debian],
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
