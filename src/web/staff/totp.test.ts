import { describe, expect, it } from '@jest/globals';
import { newSeed, qrImage, seedAddress, stepOf } from './totp.ts';

/** RFC 6238, appendix B, SHA-1: the seed `12345678901234567890`, last six digits. */
const RFC_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('T18: the second factor', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('follows RFC 6238 at %d s', (seconds, code) => {
    expect(stepOf(RFC_SEED, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('names the step the code belongs to, one early or late', () => {
    expect(stepOf(RFC_SEED, '287082', 89_000)).toBe(1);
    expect(stepOf(RFC_SEED, '287082', 29_000)).toBe(1);
    expect(stepOf(RFC_SEED, '287082', 90_000)).toBeUndefined();
  });

  it('takes a code typed with a gap, and nothing that is not six digits', () => {
    expect(stepOf(RFC_SEED, '287 082', 59_000)).toBe(1);
    for (const code of ['', '28708', '2870820', '28708a', '２８７０８２', '-87082', 'undefined']) {
      expect(stepOf(RFC_SEED, code, 59_000)).toBeUndefined();
    }
  });

  it('has a seed of 160 bits that an app can read', async () => {
    const seed = newSeed({ token: (bytes) => Buffer.alloc(bytes, 0xa5).toString('base64url') });
    expect(seed).toMatch(/^[A-Z2-7]{32}$/);
    const address = new URL(seedAddress(seed, 'awa+essai@example.org'));
    expect(address.protocol).toBe('otpauth:');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      issuer: 'Benkan',
      secret: seed,
      period: '30',
      digits: '6',
    });
    const image = Buffer.from((await qrImage(address.href)).split(',')[1]!, 'base64').toString();
    expect(image).toMatch(/^<svg [^>]*viewBox/);
  });
});
