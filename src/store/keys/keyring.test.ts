import { describe, expect, it } from '@jest/globals';
import { keyring, keyringFile, type KeyringFile, newKeyringFile } from './keyring.ts';

const file = newKeyringFile('test', '2026-11');
const ring = keyring(file);
/** The same keyring a month later: a new epoch, the old one still there, or destroyed. */
const later = (keep: boolean): KeyringFile => {
  const next = newKeyringFile('test', '2026-12');
  return { ...file, current: '2026-12', keks: { ...(keep ? file.keks : {}), ...next.keks } };
};
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (cause) {
    return (cause as { code?: unknown }).code;
  }
};

describe("T2: a person's data key", () => {
  it('unwraps for its owner only', () => {
    const { key, wrapped } = ring.newDataKey('awa');
    expect(ring.unwrap(wrapped, 'awa')).toEqual(key);
    expect(codeOf(() => ring.unwrap(wrapped, 'bakary'))).toBe('sealed_unreadable');
  });

  it('is another one for everybody', () => {
    const keys = Array.from({ length: 100 }, () => ring.newDataKey('awa').key.toString('hex'));
    expect(new Set(keys).size).toBe(100);
  });

  it('T3: unwraps after the epoch has changed; T4: never once its epoch is destroyed', () => {
    const { key, wrapped } = ring.newDataKey('awa');
    expect(keyring(later(true)).unwrap(wrapped, 'awa')).toEqual(key);
    expect(codeOf(() => keyring(later(false)).unwrap(wrapped, 'awa'))).toBe('key_gone');
  });

  it('does not unwrap under the name of another epoch', () => {
    const { wrapped } = ring.newDataKey('awa');
    const both = keyring(later(true));
    expect(codeOf(() => both.unwrap({ ...wrapped, epoch: '2026-12' }, 'awa'))).toBe('sealed_unreadable');
  });
});

describe('T2: what belongs to nobody', () => {
  it('opens in its place, before and after the epoch has changed', () => {
    const sealed = ring.sealer.seal('i ni ce', 'a/b/1');
    expect(ring.sealer.open(sealed, 'a/b/1')).toBe('i ni ce');
    expect(keyring(later(true)).sealer.open(sealed, 'a/b/1')).toBe('i ni ce');
  });

  it.each<[string, (sealed: Buffer) => [Uint8Array, string]]>([
    ['in another place', (sealed) => [sealed, 'a/b/2']],
    ['cut off', (sealed) => [sealed.subarray(0, -1), 'a/b/1']],
    ['without its epoch', (sealed) => [sealed.subarray(sealed.indexOf(0x0a) + 1), 'a/b/1']],
    [
      'of another epoch',
      (sealed) => [Buffer.from(sealed.toString('latin1').replace('-11', '-12'), 'latin1'), 'a/b/1'],
    ],
    ['empty', () => [Buffer.alloc(0), 'a/b/1']],
  ])('does not open %s', (_name, change) => {
    const [bytes, place] = change(ring.sealer.seal('i ni ce', 'a/b/1'));
    expect(codeOf(() => keyring(later(true)).sealer.open(bytes, place))).toMatch(
      /^(sealed_unreadable|key_gone)$/,
    );
  });

  it("a person's key does not open it, and the other way round", () => {
    const { wrapped } = ring.newDataKey('awa');
    const head = Buffer.from('2026-11\n');
    const dressed = Buffer.concat([head, wrapped.sealed]);
    expect(codeOf(() => ring.sealer.open(dressed, 'people/key/awa'))).toBe('sealed_unreadable');
    const sealed = ring.sealer.seal('x', 'people/key/awa').subarray(head.length);
    expect(codeOf(() => ring.unwrap({ epoch: '2026-11', sealed }, 'awa'))).toBe('sealed_unreadable');
  });
});

describe('T2: look-up values', () => {
  it('are the same for the same parts, and 32 bytes', () => {
    expect(ring.fingerprint('a', 'x', 'y')).toEqual(keyring(later(false)).fingerprint('a', 'x', 'y'));
    expect(ring.fingerprint('a', 'x')).toHaveLength(32);
  });

  it('differ by purpose, by keyring, and by where one part ends', () => {
    const values = [
      ring.fingerprint('a', 'ab', 'c'),
      ring.fingerprint('a', 'a', 'bc'),
      ring.fingerprint('a', 'abc'),
      ring.fingerprint('a', 'abc', ''),
      ring.fingerprint('b', 'ab', 'c'),
      keyring(newKeyringFile('test', '2026-11')).fingerprint('a', 'ab', 'c'),
    ].map((value) => value.toString('hex'));
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('T35: the file of a keyring', () => {
  it.each<[string, object]>([
    ['a key that is too short', { lookup: Buffer.alloc(31).toString('base64') }],
    ['no key for the current epoch', { current: '2027-01' }],
    ['another format', { format: 2 }],
    ['something more', { extra: 1 }],
    ['an epoch that is no month', { current: 'now' }],
  ])('is refused with %s', (_name, change) => {
    expect(keyringFile.safeParse(file).success).toBe(true);
    expect(keyringFile.safeParse({ ...file, ...change }).success).toBe(false);
  });
});
