// Finds the Chromium that tests of pages and the WhatsApp Web channel drive, or installs it where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const INSTALL_MS = 10 * 60_000;

/**
 * The path of a Chromium that runs: `wanted` (CHROMIUM_PATH) or one of the usual places, else installed with apt-get
 * when we are root. Throws an error of one line that says what to do.
 */
export function findChromium(wanted, progress = console.log, usual = USUAL) {
  if (wanted) {
    if (runs(wanted)) return wanted;
    throw new Error(
      `CHROMIUM_PATH=${wanted} does not run. Give the path of a Chromium or Chrome, or unset it.`,
    );
  }
  const found = usual.find(runs) ?? (install(progress) ? usual.find(runs) : undefined);
  if (found) return found;
  throw new Error(
    'No Chromium was found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
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
  progress('Installing Chromium with apt-get …');
  return [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ].every(
    (args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: INSTALL_MS,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  );
}
