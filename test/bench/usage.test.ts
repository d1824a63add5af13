import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const RUN = path.resolve('bench', 'run.mjs');

const bench = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [RUN, ...args], { encoding: 'utf8', timeout: 20_000 });

describe('npm run bench', () => {
  it('--help names its rows and options', () => {
    const { status, stdout } = bench('--help');
    expect(status).toBe(0);
    for (const word of ['P1', 'P2', 'P7', '--json', '--profile', '--runs']) expect(stdout).toContain(word);
  });

  it.each([[['P99'], 'no such row: P99'] as const, [['P1', '--runs', '0'], '--runs expects'] as const])(
    'refuses %j as wrong usage',
    (args, why) => {
      const { status, stdout, stderr } = bench(...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(why);
    },
  );

  it('says what to do where there is no build', () => {
    const { status, stderr } = bench('P1', '--dist', '/nowhere');
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
  });
});
