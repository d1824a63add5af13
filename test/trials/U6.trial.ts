import { expect, it } from '@jest/globals';
import { asked } from '../updates/check/asked.ts';
import { copies } from '../updates/check/copies.ts';
import { chanceOf, published } from '../updates/check/corpus.ts';
import type { Family } from '../updates/check/family.ts';
import { HELD } from '../updates/check/held-family.ts';
import { score } from '../updates/check/score.ts';
import { tableOf } from '../updates/check/table.ts';
import { TUNED } from '../updates/check/tuned-family.ts';

/** Items of the log, and copies asked about. */
const ITEMS = 10_000;
const COPIES = 2400;

/** Seeds and sentences of the first are those the matching was made with; those of the others were never looked at. */
const SETS: readonly (readonly [family: Family, seed: number])[] = [
  [TUNED, 1],
  [HELD, 20_260_601],
];

it.each(SETS.map(([family, seed]) => [family.name, seed, family] as const))(
  'U6: copies of the %s set, seed %i',
  async (name, seed, family) => {
    const chance = chanceOf(seed);
    const from = performance.now();
    const before = memory();
    const of = published(family, ITEMS, chance);
    const made = memory();
    const match = asked(of);
    const indexing = performance.now();
    await match({ text: 'ML-2026-0001' });
    const indexed = performance.now();
    const after = memory();
    const found = await score(match, copies(family, of, COPIES, chance));
    console.info(
      `\n== ${name} set, seed ${String(seed)}: ${String(ITEMS)} items (made in ${((indexing - from) / 1000).toFixed(1)} s), ` +
        `index built in ${((indexed - indexing) / 1000).toFixed(1)} s, holds ${((after - made) / 1e6).toFixed(0)} MB ` +
        `(the corpus itself ${((made - before) / 1e6).toFixed(0)} MB)\n${tableOf(found)}`,
    );
    expect(found.alteredCalledAuthentic).toBe(0);
    expect(found.precision).toBeGreaterThanOrEqual(0.99);
    expect(found.recall).toBeGreaterThanOrEqual(0.95);
    expect(found.most).toBeLessThan(2000);
  },
  600_000,
);

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
