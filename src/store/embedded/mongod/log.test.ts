import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { newFolder } from '../../../../test/mongo/stand-ins.ts';
import { openLog } from './log.ts';

const line = (attr: object) =>
  JSON.stringify({
    t: { $date: '2026-01-01T00:00:00.000+00:00' },
    ...{ s: 'W', c: 'QUERY', id: 23798, ctx: 'conn2', msg: 'Plan executor error during find command', attr },
  });

async function written(file: string, lines: string[]): Promise<string> {
  const log = openLog(file);
  for (const one of lines) log.take(one);
  await log.close();
  return readFile(file, 'utf8');
}

it('T3: keeps what happened and drops the values', async () => {
  const file = path.join(await newFolder(), 'mongod.log');
  const text = await written(file, [
    line({ cmd: { find: 'c', filter: { u: 'CANARY' } } }),
    'CANARY, not an entry',
    '{"msg":',
  ]);
  expect(text).toBe('2026-01-01T00:00:00.000+00:00 W QUERY 23798 Plan executor error during find command\n');
  expect((await stat(file)).mode & 0o077).toBe(0);
});

it('goes on after what is there, and starts anew when that is too long', async () => {
  const file = path.join(await newFolder(), 'mongod.log');
  await writeFile(file, 'before\n');
  expect(await written(file, [line({})])).toMatch(/^before\n2026/);
  await writeFile(file, 'x'.repeat(3 * 1024 * 1024));
  expect(await written(file, [line({})])).toMatch(/^2026/);
});

it('stops writing before a server that complains without end fills the disk', async () => {
  const file = path.join(await newFolder(), 'mongod.log');
  const text = await written(file, Array<string>(40_000).fill(line({})));
  expect(text.length).toBeLessThanOrEqual(2 * 1024 * 1024);
});
