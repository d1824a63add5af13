import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Line, type Rehearsal, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import type { Deed } from '../../src/conversation/rehearsal/deed.ts';
import { profileFor, shipped } from './shipped.ts';

/** F2: 1 KB and 60 B an answer. */
const STATE_BYTES = 1024 + 60 * 5;
const WALKS = 10;
const LONGEST_WALK = 20;

const HOSTILE = [
  'success',
  'null',
  'undefined',
  '__proto__',
  '{{answers}}',
  '$t(bot.menu)',
  '<b>oui</b>',
  "'; DROP TABLE",
  '=1+1',
  '/start',
  '/stop@benkan_bot now',
  '🕊️👩‍👩‍👧',
  '1',
  '٣',
  '２５',
  '߂߅',
  '9'.repeat(400),
  '-1',
  '1e3',
  'NaN',
  'vingt ans',
  'mugan ni duuru',
  'Segu',
  'Gounzourey',
  'oui',
  'awɔ',
  'ɔn-ɔn',
  'ɔnɔn',
  'menu',
  'dɛmɛ',
  'kan',
  'effacer',
  'sondage',
  'nouvelles',
  'stop',
  'm\u200Benu',
  '\uD800',
  'a\uDC00b',
  '\0',
  '\u202Estop',
  '\uFEFFmenu',
  'é'.normalize('NFD').repeat(50),
  'x'.repeat(4096),
  'ɔ'.repeat(4097),
  '',
  '   \n ',
];

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE).map((say) => ({ say })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((say) => ({ say })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('voice' as const, 'photo' as const, 'sticker' as const, 'location' as const)
      .map((send) => ({ send })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('eau', 'accepter', 'effacer', 'nothing', '__proto__').map((tap) => ({ tap })),
  },
  { weight: 1, arbitrary: fc.constant({ wait: 90_000_000 }) },
);
/** A number below 1 picks one of the buttons offered at that moment. */
const move = fc.oneof(
  { weight: 2, arbitrary: deed },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }) },
);

describe.each(shipped.languages)('F3: random walks in %s', (lang) => {
  it.each(shipped.flows)('%s always answers, ends or waits, and stays small', async (flow) => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: LONGEST_WALK }), async (moves) => {
        const rehearsal = rehearse(shipped.deps(lang), profileFor(flow, lang));
        sound(rehearsal, await rehearsal.begin(flow));
        for (const each of moves) {
          const next = typeof each === 'number' ? tapOf(rehearsal, each) : each;
          if (next === undefined) continue;
          const lines = await rehearsal.play(next);
          sound(rehearsal, lines);
          // Nobody is left without an answer.
          if (!('wait' in next)) expect(lines.some((line) => 'out' in line)).toBe(true);
        }
      }),
      { numRuns: WALKS, seed: 20_261_121 },
    );
  });
});

function tapOf(rehearsal: Rehearsal, chance: number): Deed | undefined {
  const offered = rehearsal.offered();
  const tap = offered[Math.floor(chance * offered.length)];
  return tap === undefined ? undefined : { tap };
}

function sound(rehearsal: Rehearsal, lines: readonly Line[]): void {
  expect(lines.filter((line) => 'event' in line && line.event.kind === 'step_failed')).toEqual([]);
  for (const line of lines)
    if ('out' in line) expect(line.out.text).not.toMatch(/^$|\{\{|undefined|\[object|^[a-z_]+(\.[a-z_]+)+$/);
  const end = rehearsal.end();
  if ('end' in end) expect(end.end.bytes).toBeLessThanOrEqual(STATE_BYTES);
}
