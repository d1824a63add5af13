import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { open, seal } from './envelope.ts';

const key = randomBytes(32);
const PLACE = 'people/phone/1';
const TEXT = 'Ɲɔgɔn ye, 77 00 00 00 🌾';
const unreadable = { kind: 'bug', code: 'sealed_unreadable' };
const opening = (bytes: Uint8Array, place = PLACE, by = key) => {
  try {
    return open(by, bytes, place);
  } catch (cause) {
    return cause;
  }
};

describe('T2: an envelope', () => {
  it.each(['', TEXT, 'x'.repeat(100_000)])('opens where it was sealed', (text) => {
    expect(open(key, seal(key, text, PLACE), PLACE)).toBe(text);
  });

  it('does not open in another place, or with another key', () => {
    const sealed = seal(key, TEXT, PLACE);
    expect(opening(sealed, 'people/phone/2')).toMatchObject(unreadable);
    expect(opening(sealed, PLACE, randomBytes(32))).toMatchObject(unreadable);
  });

  it('does not open with any bit of it turned', () => {
    const sealed = seal(key, 'abc', PLACE);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(opening(changed)).toMatchObject(unreadable);
    }
  });

  it('does not open cut off at any length, or made longer', () => {
    const sealed = seal(key, 'abc', PLACE);
    for (let length = 0; length < sealed.length; length += 1)
      expect(opening(sealed.subarray(0, length))).toMatchObject(unreadable);
    expect(opening(Buffer.concat([sealed, Buffer.of(0)]))).toMatchObject(unreadable);
  });

  it('never uses a nonce twice: GCM would give its key away', () => {
    const nonces = Array.from({ length: 5000 }, () => seal(key, TEXT, PLACE).subarray(1, 13).toString('hex'));
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('says where it failed without the id or the text', () => {
    const fault = opening(seal(key, TEXT, PLACE), 'people/phone/22312345678');
    expect(String(fault)).not.toMatch(/223|77 00/);
  });
});
