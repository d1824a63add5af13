import { describe, expect, it } from '@jest/globals';
import { newFolder, saysVersion, script } from '../../../../test/mongo/stand-ins.ts';
import { opens, readVersion } from './version.ts';

describe('which versions open which files', () => {
  it.each([
    ['6.0.5', undefined, true],
    ['6.0.5', '6.0.5', true],
    ['6.0.30', '6.0.5', true],
    ['7.0.1', '6.0.5', true],
    ['8.0.1', '7.0.1', true],
    ['8.2.6', '8.0.1', true],
    ['8.2.6', '6.0.5', false],
    ['8.2.6', '7.0.1', false],
    ['8.0.1', '8.2.6', false],
    ['6.0.5', '7.0.1', false],
  ])('%s on files of %s: %s', (version, written, expected) => {
    expect(opens(version, written)).toBe(expected);
  });
});

describe('asking a binary for its version', () => {
  it.each([
    ['answers like mongod', saysVersion('7.0.14'), { ok: true, version: '7.0.14' }],
    ['answers like something else', 'echo hello', { ok: false, why: 'it does not answer like mongod' }],
    ['is too old', saysVersion('4.4.29'), { ok: false, why: '4.4.29 is older than 6.0' }],
    [
      'ends with an error',
      'echo "libssl.so.3: cannot open" >&2; exit 127',
      { ok: false, why: 'libssl.so.3: cannot open' },
    ],
    ['is killed', 'kill -9 $$', { ok: false, why: 'ended with SIGKILL' }],
  ])('one that %s', async (_name, body, expected) => {
    expect(await readVersion(await script(await newFolder(), 'mongod', body))).toEqual(expected);
  });
});
