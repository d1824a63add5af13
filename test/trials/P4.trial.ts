import os from 'node:os';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bundled, linesOf } from '../broadcasts/children.ts';
import type { Told } from '../broadcasts/plan-child.ts';
import type { StoredMember } from '../../src/capabilities/audiences/members/stored-store.ts';
import { inventedMembers, membersWorld, type MembersWorld } from '../audiences/members-world.ts';

/** `P4_PEOPLE` makes it shorter. */
const PEOPLE = Number(process.env['P4_PEOPLE'] ?? 1_000_000);
const PLANNED_WITHIN_S = (60 * PEOPLE) / 1_000_000;
const HEAP_MB = 200;
/** The second half of the way needs no more than the first, but for what chance does. */
const FLAT_MB = 40;
const COUNTED_WITHIN_MS = 300;
const PAGE = 5000;
const SEED = 4;

let world: MembersWorld;
let members = 0;
beforeAll(async () => {
  world = await membersWorld();
  const from = performance.now();
  const next = inventedMembers(SEED);
  let writable = 0;
  while (writable < PEOPLE) {
    const page: StoredMember[] = [];
    while (page.length < PAGE && writable < PEOPLE) {
      const one = next();
      page.push(one);
      if (one.writable) writable += 1;
    }
    await world.members.insertMany(page, { ordered: false });
    members += page.length;
  }
  print(
    `${members} invented members, ${writable} of whom may be written to, in ${seconds(performance.now() - from)} s`,
  );
}, 1_800_000);
afterAll(() => world.close());

it('P4, B9: a million recipients are planned in a stream, with a flat heap; audiences are counted while a page waits', async () => {
  const script = await bundled('test/broadcasts/plan-child.ts');
  const told: Told[] = await linesOf(process.execPath, ['--expose-gc', script, world.uri]);
  const planned = told.find((one) => one.what === 'planned');
  const heaps = told.filter((one) => one.what === 'heap');
  const counted = told.filter((one) => one.what === 'counted');
  print('after s | planned | heap MB | resident MB');
  for (const { atMs, planned: of, heapMb, rssMb } of heaps.filter((_each, at) => at % 5 === 0))
    print(`${seconds(atMs)} | ${of} | ${heapMb.toFixed(0)} | ${rssMb.toFixed(0)}`);
  const most = Math.max(...heaps.map(({ heapMb }) => heapMb));
  print(
    `${String(planned?.of)} of ${members} planned in ${seconds(planned?.ms ?? NaN)} s ` +
      `and ${String(planned?.runs)} runs; heap at most ${most.toFixed(0)} MB`,
  );
  print('audience | people | counted in ms, each of four times');
  for (const name of new Set(counted.map(({ expression }) => expression))) {
    const times = counted.filter(({ expression }) => expression === name);
    print(`${name} | ${String(times[0]?.matched)} | ${times.map(({ ms }) => ms.toFixed(0)).join(', ')}`);
  }
  const ms = counted.map((one) => one.ms).sort((a, b) => a - b);
  print(
    `${ms.length} counts: median ${ms[ms.length >> 1]?.toFixed(0)} ms, worst ${ms.at(-1)?.toFixed(0)} ms`,
  );
  expect(planned?.of).toBe(PEOPLE);
  expect(most).toBeLessThanOrEqual(HEAP_MB);
  const middle = heaps.length >> 1;
  const highest = (of: typeof heaps) => Math.max(...of.map(({ heapMb }) => heapMb));
  expect(highest(heaps.slice(middle))).toBeLessThanOrEqual(highest(heaps.slice(0, middle)) + FLAT_MB);
  expect(new Set(counted.map(({ expression }) => expression)).size).toBe(15);
  expect(ms.at(-1)).toBeLessThanOrEqual(COUNTED_WITHIN_MS);
  expect((planned?.ms ?? NaN) / 1000).toBeLessThanOrEqual(PLANNED_WITHIN_S);
}, 1_800_000);

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const load = (): string => (os.loadavg()[0] ?? 0).toFixed(1);
const print = (line: string): void => void process.stdout.write(`P4: ${line}; load ${load()}\n`);
