import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Delays, holdFor, signInDelays } from './delays.ts';
import { Refused } from './refused.ts';

describe('T18: delays', () => {
  let now: number;
  let delays: Delays;
  beforeEach(() => {
    now = 1_000_000;
    delays = signInDelays({ now: () => now });
  });

  /** Seconds to wait, 0 when the attempt was let through. */
  const attempt = (address: string, account: string, known?: string): number => {
    try {
      delays.admit({ address, account, known });
      return 0;
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      expect(cause.status).toBe(429);
      return Number(cause.headers['Retry-After']);
    }
  };
  const times = (n: number, one: (at: number) => number) => Array.from({ length: n }, (_, at) => one(at));

  it('grow from 1 s to 15 min and no further; a refused attempt adds nothing', () => {
    expect(times(5, () => attempt('10.0.0.1', 'a'))).toEqual([0, 0, 0, 0, 0]);
    const waits = times(12, () => {
      const wait = attempt('10.0.0.1', 'a');
      expect(attempt('10.0.0.1', 'a')).toBe(wait);
      now += wait * 1000;
      expect(attempt('10.0.0.1', 'a')).toBe(0);
      return wait;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('are forgotten an hour after the last attempt', () => {
    times(8, () => attempt('10.0.0.1', 'a'));
    now += 60 * 60 * 1000 + 1;
    expect(times(5, () => attempt('10.0.0.1', 'a'))).toEqual([0, 0, 0, 0, 0]);
  });

  it('of one account at one address touch neither the next account nor the next address', () => {
    times(8, () => attempt('10.0.0.1', 'a'));
    expect(attempt('10.0.0.1', 'b')).toBe(0);
    expect(attempt('10.0.0.2', 'a')).toBe(0);
  });

  it('of an address over many accounts begin after 30 and stay under a minute', () => {
    expect(times(31, (at) => attempt('10.0.0.1', `a${String(at)}`)).every((wait) => wait === 0)).toBe(true);
    const waits = times(8, (at) => {
      const wait = attempt('10.0.0.1', `b${String(at)}`);
      now += wait * 1000;
      attempt('10.0.0.1', `b${String(at)}`);
      return wait;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('count an IPv6 customer as one, however the address is written', () => {
    const addresses = [
      '2001:db8:0:7::1',
      '2001:db8:0:7:ffff::1',
      '2001:db8:0:7:1:2:3:4',
      '2001:db8:0:7::',
      '2001:db8:0:7:0:0:0:9',
    ];
    addresses.forEach((address) => attempt(address, 'a'));
    expect(attempt('2001:db8:0:7::8', 'a')).toBe(1);
    expect(attempt('2001:db8:0:8::1', 'a')).toBe(0);
    times(5, () => attempt('::ffff:10.0.0.1', 'b'));
    expect(attempt('::ffff:10.0.0.2', 'b')).toBe(0);
  });

  it('leave a browser the account knows to itself', () => {
    times(8, () => attempt('10.0.0.1', 'a'));
    expect(attempt('10.0.0.1', 'a', 'nonce')).toBe(0);
    expect(times(6, () => attempt('10.0.0.1', 'a', 'nonce')).at(-1)).toBe(1);
  });

  it('end with a success, which forgives the address only its own attempt', () => {
    times(3, () => attempt('10.0.0.1', 'a'));
    delays.admit({ address: '10.0.0.1', account: 'a', known: undefined })();
    expect(times(5, () => attempt('10.0.0.1', 'a'))).toEqual([0, 0, 0, 0, 0]);
    const others = times(24, (at) => attempt('10.0.0.1', `c${String(at)}`));
    expect(others.filter((wait) => wait > 0)).toHaveLength(1);
  });

  it('count attempts made at once before they are looked at', () => {
    expect(times(20, () => attempt('10.0.0.1', 'a')).filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('hold an account under attack up to 3 s, and never more', () => {
    expect([1, 5, 6, 7, 8, 9, 10, 11, 1e9].map(holdFor)).toEqual([
      0, 0, 250, 500, 1000, 2000, 3000, 3000, 3000,
    ]);
  });
});
