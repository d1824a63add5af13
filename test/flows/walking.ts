import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type Line, type Rehearsal, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { isHeard } from '../../src/conversation/held.ts';
import { DEEDS } from '../../src/conversation/phone/on-phone.ts';
import type { Deed } from '../../src/conversation/rehearsal/deed.ts';
import { MAX_LIST_BYTES } from '../../src/engine/limits.ts';
import { profileFor, shipped } from './shipped.ts';

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
  { weight: 1, arbitrary: fc.constantFrom(1, 5, 25, 200).map((hours) => ({ wait: hours * 3_600_000 })) },
  { weight: 1, arbitrary: fc.constantFrom('usual', 'fini', '__proto__').map((give_back) => ({ give_back })) },
);
/** A number below 1 picks one of the buttons offered at that moment. */
const move = fc.oneof(
  { weight: 2, arbitrary: deed },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 0.999, noNaN: true }) },
);

/** What a person may do next: half of it taps a button that is there, the rest is hostile. */
export type Step = Deed | number;
export const steps = (longest: number): fc.Arbitrary<Step[]> => fc.array(move, { maxLength: longest });

export interface Walked {
  turns: number;
  /** The largest state on the way. */
  bytes: number;
}

/** Walks through a flow as these steps say: every turn answers, no step fails, nothing unsaid is said, the state stays small. */
export async function walk(flow: string, lang: string, given: readonly Step[]): Promise<Walked> {
  const rehearsal = rehearse(shipped.deps(lang), profileFor(flow, lang));
  const seen = new Seen();
  seen.turn(rehearsal, await rehearsal.begin(flow));
  for (const each of given) {
    const next = typeof each === 'number' ? tapOf(rehearsal, each) : each;
    if (next === undefined) continue;
    const heard = isHeard(rehearsal.stands().session);
    const lines = await rehearsal.play(next);
    seen.turn(rehearsal, lines);
    // Nobody is left without an answer, but who writes to a person; on a shared phone it is the phone that answers.
    if (!heard && !('wait' in next) && !('give_back' in next))
      expect(lines.some((line) => 'out' in line || isOfThePhone(line))).toBe(true);
  }
  return seen;
}

const isOfThePhone = (line: Line): boolean =>
  'event' in line &&
  line.event.kind === 'asked_for' &&
  Object.values<string>(DEEDS).includes(line.event.effect);

class Seen implements Walked {
  turns = 0;
  bytes = 0;
  private readonly answered = new Set<string>();
  private lists = false;

  turn(rehearsal: Rehearsal, lines: readonly Line[]): void {
    this.turns += 1;
    expect(lines.filter((line) => 'event' in line && line.event.kind === 'step_failed')).toEqual([]);
    for (const line of lines) {
      if ('out' in line) {
        expect(line.out.text).not.toMatch(/^$|\{\{|undefined|\[object|^[a-z_]+(\.[a-z_]+)+$/);
        this.lists ||= line.out.flow === 'activites';
      }
      if ('saved' in line) for (const name of Object.keys(line.saved)) this.answered.add(name);
    }
    const { bytes } = rehearsal.end().end;
    this.bytes = Math.max(this.bytes, bytes);
    expect(bytes).toBeLessThanOrEqual(this.bound);
  }

  /** F2: 1 KB, 60 B an answer, and the lists of a flow that offers them. */
  private get bound(): number {
    return 1024 + 60 * this.answered.size + (this.lists ? MAX_LIST_BYTES : 0);
  }
}

function tapOf(rehearsal: Rehearsal, chance: number): Deed | undefined {
  const offered = rehearsal.offered();
  const tap = offered[Math.floor(chance * offered.length)];
  return tap === undefined ? undefined : { tap };
}
