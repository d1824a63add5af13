import { expect, it } from '@jest/globals';
import { afterQuietHours } from './quiet-hours.ts';

it.each([
  ['2026-03-10T20:59:59.999Z', '2026-03-10T20:59:59.999Z'],
  ['2026-03-10T21:00:00.000Z', '2026-03-11T07:00:00.000Z'],
  ['2026-03-10T23:59:59.999Z', '2026-03-11T07:00:00.000Z'],
  ['2026-03-11T00:00:00.000Z', '2026-03-11T07:00:00.000Z'],
  ['2026-03-11T06:59:59.999Z', '2026-03-11T07:00:00.000Z'],
  ['2026-03-11T07:00:00.000Z', '2026-03-11T07:00:00.000Z'],
  ['1969-12-31T22:00:00.000Z', '1970-01-01T07:00:00.000Z'],
])('B3: what is due at %s is said at %s', (at, said) => {
  expect(new Date(afterQuietHours(Date.parse(at))).toISOString()).toBe(said);
});
