#!/usr/bin/env node
// Everything that must hold: types, format, lint, import directions, a fresh build, then all tests.
//   npm test                     all of it
//   npm run check                the part before the tests
//   npm test -- src/engine       the checks, then only tests that match (whatever jest takes)
// The last line is always `N passed, N failed`; every check counts as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isBuilt } from './built.mjs';
import { findChromium } from './find-chromium.mjs';
import { countTests } from './test-counts.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
/** Longer than any healthy run; a test that hangs must not hang the machine that runs it. */
const LIMIT_MS = 60 * 60_000;

const FORMATTED = ['src', 'test', 'scripts', 'bench'];

const given = process.argv.slice(2);
const checkOnly = given.includes('--check-only');
const forJest = given.filter((argument) => argument !== '--check-only');
const total = { passed: 0, failed: 0 };

check('types', () => run(bin('tsc'), ['-p', 'tsconfig.json', '--noEmit']));
check('types in the browser', () => run(bin('tsc'), ['-p', 'config/tsconfig.browser.json', '--noEmit']));
// Not config/: biome refuses a folder that holds the very configuration it was given.
check('format', () => run(bin('biome'), ['format', '--config-path=config/biome.json', ...FORMATTED]));
check('lint', () =>
  run(bin('eslint'), ['-c', 'config/eslint.config.mjs', '--max-warnings=0', 'src', 'test']),
);
check('import directions', () => run(bin('depcruise'), ['--config', 'config/dependency-cruiser.cjs', 'src']));
if (!checkOnly) {
  check('build', () => isBuilt(root) || run(process.execPath, ['scripts/build.mjs']));
  testWithJest();
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

function check(name, work) {
  const ok = timed(name, work);
  total[ok ? 'passed' : 'failed'] += 1;
}

function timed(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  let ok = false;
  try {
    ok = work();
  } catch (error) {
    console.error(error.message);
  }
  console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return ok;
}

function testWithJest() {
  const folder = mkdtempSync(path.join(tmpdir(), 'benkan-results-'));
  const file = path.join(folder, 'jest.json');
  timed('tests', () => {
    const env = { ...process.env, NODE_OPTIONS: nodeOptions(), CHROMIUM_PATH: chromium(), NO_COLOR: '1' };
    const args = ['--config', 'config/jest.config.mjs', '--json', '--outputFile', file, ...forJest];
    const exitCode = status(bin('jest'), args, env);
    const counts = countTests({ output: readJson(file), exitCode, chosen: forJest.length > 0 });
    for (const reason of counts.reasons) console.error(reason);
    total.passed += counts.passed;
    total.failed += counts.failed;
    return counts.failed === 0;
  });
  rmSync(folder, { recursive: true, force: true });
}

/** Without Chromium its tests fail one by one; the reason is said once, here, and counted. */
function chromium() {
  try {
    return findChromium(process.env.CHROMIUM_PATH);
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
    return '';
  }
}

function nodeOptions() {
  return `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
}

function run(program, args) {
  return status(program, args, process.env) === 0;
}

function status(program, args, env) {
  const ended = spawnSync(program, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: LIMIT_MS,
  });
  if (ended.error) console.error(`${path.basename(program)}: ${ended.error.message}`);
  return ended.status ?? -1;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
