#!/usr/bin/env node
// Everything that must hold: types, format, lint, import directions, a fresh build and all tests.
//   npm test                     all of it, the checks beside the tests
//   npm test -- --record         the same, and keeps which test files take long (config/test-seconds.json)
//   npm run check                the checks alone
//   npm test -- src/engine       the checks, and only tests that match (whatever jest takes)
// The last line is always `N passed, N failed`; every check counts as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isBuilt } from './built.mjs';
import { findChromium } from './find-chromium.mjs';
import { findRedis } from './find-redis.mjs';
import { slowFiles } from './slow-files.mjs';
import { countTests } from './test-counts.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
/** Longer than any healthy run; a test that hangs must not hang the machine that runs it. */
const LIMIT_MS = 60 * 60_000;

const FORMATTED = ['src', 'test', 'scripts', 'bench'];

const OURS = ['--check-only', '--record'];
const given = process.argv.slice(2);
const checkOnly = given.includes('--check-only');
const record = given.includes('--record');
const forJest = given.filter((argument) => !OURS.includes(argument));
const total = { passed: 0, failed: 0 };

if (checkOnly) await checks();
else {
  const found = {
    CHROMIUM_PATH: find(findChromium, 'CHROMIUM_PATH'),
    REDIS_SERVER: find(findRedis, 'REDIS_SERVER'),
  };
  await Promise.all([checks(), buildAndTest(found)]);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** One after the other: each keeps one core busy, and the tests wait more than they work. */
async function checks() {
  await check('types', () => run(bin('tsc'), ['-p', 'tsconfig.json', '--noEmit']));
  await check('types in the browser', () =>
    run(bin('tsc'), ['-p', 'config/tsconfig.browser.json', '--noEmit']),
  );
  // Not config/: biome refuses a folder that holds the very configuration it was given.
  await check('format', () => run(bin('biome'), ['format', '--config-path=config/biome.json', ...FORMATTED]));
  await check('lint', () =>
    run(bin('eslint'), ['-c', 'config/eslint.config.mjs', '--max-warnings=0', 'src', 'test']),
  );
  await check('import directions', () =>
    run(bin('depcruise'), ['--config', 'config/dependency-cruiser.cjs', 'src']),
  );
}

async function buildAndTest(found) {
  await check('build', async () => isBuilt(root) || (await run(process.execPath, ['scripts/build.mjs'])));
  await testWithJest(found);
}

async function check(name, work) {
  const ok = await timed(name, work);
  total[ok ? 'passed' : 'failed'] += 1;
}

/** @param work answers with whether it went well, or with that and what it printed, which is shown in one piece */
async function timed(name, work) {
  const start = performance.now();
  let ok = false;
  let output = '';
  try {
    const result = await work();
    ok = typeof result === 'boolean' ? result : result.ok;
    output = result.output ?? '';
  } catch (error) {
    output = `${error.message}\n`;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`\n${output}── ${name}: ${ok ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return ok;
}

async function testWithJest(found) {
  const folder = mkdtempSync(path.join(tmpdir(), 'benkan-results-'));
  const file = path.join(folder, 'jest.json');
  await timed('tests', async () => {
    const env = { ...process.env, ...found, NODE_OPTIONS: nodeOptions(), NO_COLOR: '1' };
    const args = ['--config', 'config/jest.config.mjs', '--json', '--outputFile', file, ...forJest];
    const { exitCode } = await ended(bin('jest'), args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    const output = readJson(file);
    const counts = countTests({ output, exitCode, chosen: forJest.length > 0 });
    for (const reason of counts.reasons) console.error(reason);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (record && forJest.length === 0 && counts.failed === 0) keep(slowFiles(output, root));
    return counts.failed === 0;
  });
  rmSync(folder, { recursive: true, force: true });
}

function keep(seconds) {
  writeFileSync(path.join(root, 'config', 'test-seconds.json'), `${JSON.stringify(seconds, null, 2)}\n`);
}

/** Without Chromium or Redis their tests fail one by one; the reason is said once, here, and counted. */
function find(finder, setting) {
  try {
    return finder(process.env[setting]);
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
    return '';
  }
}

function nodeOptions() {
  return `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
}

async function run(program, args) {
  const { exitCode, output } = await ended(program, args, {
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: exitCode === 0, output };
}

/** What it printed, where it was not shown at once, and its exit code: -1 where it did not end by itself. */
function ended(program, args, how) {
  const child = spawn(program, args, { cwd: root, timeout: LIMIT_MS, ...how });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => printed.push(Buffer.from(`${path.basename(program)}: ${error.message}\n`)));
    child.on('close', (code, signal) => {
      if (signal !== null) printed.push(Buffer.from(`${path.basename(program)} was ended by ${signal}\n`));
      resolve({ exitCode: code ?? -1, output: Buffer.concat(printed).toString() });
    });
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
