import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keyringFile } from '../../src/store/keys/keyring.ts';
import { benkan, built, folderOf } from './benkan.ts';

const folder = folderOf({});
beforeAll(() => built(), 120_000);
afterAll(() => folder.remove());

it('T35: makes a keyring for production, readable by its owner alone, and never a second one in its place', async () => {
  const file = path.join(folder.path, 'deep', 'keyring.json');
  const first = await benkan(['keys', 'new', '--file', file]);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const made = readFileSync(file, 'utf8');
  expect(keyringFile.parse(JSON.parse(made)).environment).toBe('production');
  const again = await benkan(['keys', 'new', '--file', file]);
  expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('is there already') });
  expect(readFileSync(file, 'utf8')).toBe(made);
});

it('refuses a place that cannot be written, and says what to do', async () => {
  const refused = await benkan(['keys', 'new', '--file', '/proc/keyring.json']);
  expect(refused).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/cannot be made: expected a path that can be written.*\n$/),
  });
});
