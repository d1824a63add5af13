// Schemathesis in a place of its own: nothing of the machine's Python is touched.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The version the documented run was made with. */
const WANTED = 'schemathesis==4.32.5';
const INSTALL_MS = 10 * 60_000;

/** The path of `schemathesis` in the folder, installed there where it is not yet. Throws a line that says what failed. */
export function schemathesisIn(folder, say = console.log) {
  const command = path.join(folder, 'bin', 'schemathesis');
  if (existsSync(command)) return command;
  say(`Installing ${WANTED} in ${folder} …`);
  run('python3', ['-m', 'venv', folder]);
  run(path.join(folder, 'bin', 'pip'), ['install', '--quiet', WANTED]);
  return command;
}

function run(command, args) {
  const { status, error, stderr } = spawnSync(command, args, { timeout: INSTALL_MS, encoding: 'utf8' });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split('\n').at(-1);
  throw new Error(`${command} ${args.join(' ')}: ${why}. Needed: Python 3.10 with venv, and PyPI.`);
}
