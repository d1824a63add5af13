import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { neverSeen } from '../../conversation/conversation.ts';
import { FilteredIds, nextRing, RING_SIZE, SEEN_DAYS } from './ring.ts';

const id = (nth: number): string =>
  createHash('sha256').update(`id ${nth}`).digest().subarray(0, 16).toString('base64url');
const ids = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, n) => id(from + n));
const reread = (left: FilteredIds): FilteredIds => FilteredIds.read(left.written(), false)!;

describe('COMMIT 6: what is known of ids that left a ring', () => {
  it('none of a thousand messages is in neither place, and the ring stays short', () => {
    let base = neverSeen('talk');
    for (let nth = 0; nth < 1000; nth += 1) {
      const { ring, left } = nextRing(base, id(nth), 0);
      expect(ring.length).toBeLessThanOrEqual(RING_SIZE);
      base = { ...base, ring, left };
      if (nth % 97 > 0) continue;
      for (const each of ids(0, nth + 1)) expect(ring.includes(each) || left?.mayHave(each)).toBe(true);
    }
  });

  it('what left is written before the ring forgets it: leaving, ring and new id are all there were', () => {
    const base = { ...neverSeen('talk'), ring: ids(0, RING_SIZE) };
    const { ring, leaving } = nextRing(base, id(RING_SIZE), 0);
    expect([...leaving, ...ring]).toEqual(ids(0, RING_SIZE + 1));
  });

  it('asks about few new ones: 2 of 100 after 500 messages', () => {
    const left = reread(new FilteredIds(0, Buffer.alloc(512)).with(ids(0, 500), 0));
    const asked = ids(10_000, 20_000).filter((each) => left.mayHave(each)).length;
    expect(asked / 10_000).toBeLessThan(0.03);
  });

  it('T11: forgets what is older than any repetition, and nothing younger', () => {
    let left = new FilteredIds(0, Buffer.alloc(512)).with(ids(0, 200), 0);
    for (let day = 1; day <= 40; day += 1) {
      left = reread(left.with(ids(1000 + day * 10, 1010 + day * 10), day));
      const young = Math.max(1, day - SEEN_DAYS + 1);
      for (const each of ids(1000 + young * 10, 1010 + day * 10)) expect(left.mayHave(each)).toBe(true);
    }
    expect(ids(0, 200).filter((each) => left.mayHave(each)).length).toBeLessThan(10);
  });

  it('asks about every id where a build before it let ids leave, until those need not be known', () => {
    const older = FilteredIds.read(undefined, true)!;
    expect(older.mayHave(id(1))).toBe(true);
    let left = reread(older.with(ids(0, 32), 100));
    expect(left.mayHave(id(5000))).toBe(true);
    for (const day of [100 + SEEN_DAYS + 1, 100 + 2 * (SEEN_DAYS + 1)]) left = reread(left.with([], day));
    expect(left.mayHave(id(5000))).toBe(false);
    expect(FilteredIds.read(undefined, false)).toBeNull();
  });
});
