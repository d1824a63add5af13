#!/usr/bin/env node
// Runs one trial and keeps its whole output in docs/trials/<name>.txt.
//   npm run trial -- NAME [arguments]      npm run trial -- --help
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '..');
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
].concat(['--config', 'config/jest.trials.config.mjs', '--runInBand']);
const [name, ...rest] = process.argv.slice(2);
const trials = listTrials();

if (name === undefined || name === '--help') {
  console.log('npm run trial -- NAME: runs a trial, keeps what it prints in docs/trials/NAME.txt\n');
  for (const trial of trials.keys()) console.log(`  ${trial}`);
  process.exit(name === '--help' ? 0 : 2);
}
const trial = trials.get(name);
if (trial === undefined) {
  console.error(`There is no trial "${name}"; npm run trial -- --help lists them.`);
  process.exit(2);
}
process.exitCode = await keep(trial, path.join(root, 'docs', 'trials', `${name}.txt`));

/** Name → how to run it: `<name>.mjs` with node, `<name>.trial.ts` with jest. */
function listTrials() {
  const found = new Map();
  for (const file of readTrials()) {
    const script = /^(.+)\.mjs$/.exec(file)?.[1];
    const typed = /^(.+)\.trial\.ts$/.exec(file)?.[1];
    if (script) found.set(script, [path.join('test', 'trials', file), ...rest]);
    if (typed) found.set(typed, [...JEST, '--runTestsByPath', path.join('test', 'trials', file), ...rest]);
  }
  return found;
}

function readTrials() {
  try {
    return readdirSync(path.join(root, 'test', 'trials')).sort();
  } catch {
    return [];
  }
}

async function keep(args, file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const kept = createWriteStream(file);
  const say = (line) => {
    console.log(line);
    // Colours and the place of this clone say nothing to a reader of the file.
    kept.write(`${line.replace(COLOUR, '').replaceAll(`${root}/`, '').replaceAll(root, '.')}\n`);
  };
  say(
    `trial ${name}, ${new Date().toISOString()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}`,
  );
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', say);
  const code = await new Promise((resolve) => child.once('close', (ended) => resolve(ended ?? 1)));
  say(`ended with ${code}`);
  await new Promise((resolve) => kept.end(resolve));
  return code;
}
