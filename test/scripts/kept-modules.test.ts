import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');

/** Says what it finds when it begins, then leaves behind all a file can leave behind. */
const FILE = `
  import { appendFileSync } from 'node:fs';
  import { expect, it, jest } from '@jest/globals';
  import { visitors } from '../src/visitors.mjs';
  import { visitors as ofTests } from './visitors.mjs';

  jest.setTimeout(60_000 + visitors.length);
  visitors.push('somebody');
  ofTests.push('somebody');
  const found = {
    src: visitors.length,
    test: ofTests.length,
    settings: process.env.LEFT_BEHIND,
    clock: Date.now() > 1_000_000,
    fetch: fetch.length,
    matcher: typeof expect(1).toBeLeftBehind,
    exit: process.exit.name,
    listeners: process.listenerCount('SIGUSR2'),
  };
  process.env.LEFT_BEHIND = 'yes';
  process.on('SIGUSR2', () => {});
  process.exit = () => {};
  globalThis.fetch = (one, two, three) => {};
  expect.extend({ toBeLeftBehind: () => ({ pass: true, message: () => '' }) });
  jest.useFakeTimers({ now: 5 });

  it('finds nothing of the file before', () => {
    appendFileSync(process.env.FOUND, JSON.stringify(found) + '\\n');
    expect(() => jest.unstable_mockModule('../src/visitors.mjs', () => ({}))).toThrow(/through a port/);
    expect(() => jest.mock('node:fs', () => ({}))).toThrow(/through a port/);
  });
`;

describe('modules that stay loaded between test files', () => {
  const place = mkdtempSync(path.join(tmpdir(), 'kept-modules-'));
  afterAll(() => rmSync(place, { recursive: true }));

  it('are those of src/ alone, and nothing else of a file reaches the next one', async () => {
    const VISITORS = 'export const visitors = [];';
    write('src/visitors.mjs', VISITORS);
    write('test/visitors.mjs', VISITORS);
    for (const name of ['first', 'second', 'third']) write(`test/${name}.test.mjs`, FILE);
    await runJest();
    const found = readFileSync(path.join(place, 'found'), 'utf8').trim().split('\n');
    const clean = { test: 1, clock: true, fetch: 1, matcher: 'undefined', exit: 'exit', listeners: 0 };
    expect(found.map((line) => JSON.parse(line) as unknown)).toEqual(
      [1, 2, 3].map((src) => ({ ...clean, src })),
    );
  });

  it('cannot hold what belongs to one test file', async () => {
    write('src/visitors.mjs', `import { expect } from '@jest/globals'; export const visitors = [expect];`);
    await expect(runJest()).rejects.toThrow('visitors.mjs stays loaded between test files');
  });

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    writeFileSync(path.join(place, file), text);
  }

  async function runJest(): Promise<void> {
    const config = {
      rootDir: place,
      testMatch: ['<rootDir>/test/*.test.mjs'],
      transform: {},
      testEnvironment: path.join(ROOT, 'config/jest.kept-environment.cjs'),
      runtime: path.join(ROOT, 'config/jest.kept-runtime.cjs'),
    };
    await promisify(execFile)(process.execPath, [JEST, '--runInBand', '--config', JSON.stringify(config)], {
      cwd: place,
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_OPTIONS: '--experimental-vm-modules',
        FOUND: path.join(place, 'found'),
      },
    });
    expect(existsSync(path.join(place, 'found'))).toBe(true);
  }
});
