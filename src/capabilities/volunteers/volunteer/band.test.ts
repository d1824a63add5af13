import { describe, expect, it } from '@jest/globals';
import { ageAtLeast, isMinor } from './band.ts';

describe('V1: who is a minor', () => {
  it.each([
    ['15-17', '2026-11-21', '2026-11-21', true],
    ['15-17', '2026-11-21', '2029-11-20', true],
    ['15-17', '2026-11-21', '2029-11-21', false],
    ['18-24', '2026-11-21', '2026-11-21', false],
    ['36', '2026-11-21', '2026-11-21', false],
  ] as const)('%s said on %s is, on %s: %s', (band, said, day, minor) => {
    expect(isMinor(band, said, day)).toBe(minor);
  });

  it('nobody is taken for older than they surely are', () => {
    expect(ageAtLeast('15-17', '2026-11-21', '2027-11-20')).toBe(15);
    expect(ageAtLeast('15-17', '2026-11-21', '2027-11-21')).toBe(16);
    expect(ageAtLeast('25-35', '2026-11-21', '2026-11-21')).toBe(25);
    // An event before the day it was said gains nobody a year.
    expect(ageAtLeast('18-24', '2026-11-21', '2025-01-01')).toBe(18);
  });
});
