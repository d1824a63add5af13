import { expect, it } from '@jest/globals';
import { momentOf, nextAt } from './moment.ts';

const iso = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);

it.each([
  ['09:00', '2026-03-10T08:59', '2026-03-10T09:00'],
  ['09:00', '2026-03-10T09:00', '2026-03-11T09:00'],
  ['00:00', '2026-12-31T23:59', '2027-01-01T00:00'],
  ['23:59', '2026-02-28T23:59', '2026-03-01T23:59'],
])('F1: "until %s" said at %s is %s in Bamako', (clock, now, then) => {
  expect(iso(nextAt(clock, Date.parse(`${now}Z`)))).toBe(then);
});

it.each([
  ['2026-12-31', '2026-12-31T07:00'],
  ['2026-12-31T16:30', '2026-12-31T16:30'],
  ['2026-02-31', undefined],
  ['2026-12-31T24:00', undefined],
  ['2026-12-31T16:30T', undefined],
  ['demain', undefined],
  ['', undefined],
  [null, undefined],
  [20261231, undefined],
])('F1: %j is the moment %s', (value, moment) => {
  expect(iso(momentOf(value, '07:00'))).toBe(moment);
});
