import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersFrom, entriesOf } from './answers.ts';
import { framesOf, type SessionV1 } from './turn/older-sessions.ts';
import { randomDeed, randomFlows, randomInput } from '../../test/engine/random-flows.ts';
import { buildSet, Talk } from '../../test/engine/talk.ts';
import { readBack } from '../../test/engine/universe.ts';
import { NEW_PROFILE } from '../domain/person.ts';
import { advance } from './advance.ts';
import { MAX_CANDIDATES, MAX_FRAMES, MAX_LIST, MAX_LIST_BYTES, MAX_LIST_KEY } from './limits.ts';
import type { Advanced, CallValue, EngineInput, Session } from './types.ts';

const walk = fc.array(randomInput, { minLength: 1, maxLength: 30 });
const wholeWalk = fc.array(fc.oneof({ weight: 3, arbitrary: randomInput }, randomDeed), {
  minLength: 1,
  maxLength: 30,
});
/** Compiling costs more than walking, so each set of flows is walked through several times. */
const walks = fc.tuple(randomFlows, fc.array(wholeWalk, { minLength: 4, maxLength: 6 }));

describe('F2, F3: random walks with hostile replies over random flows', () => {
  // Talk freezes all it hands in, so a write to any input throws here.
  it('never throw, stay within bounds, and say what they wait for', () => {
    fc.assert(
      fc.property(walks, ([flows, ways]) => {
        const set = buildSet(flows);
        for (const inputs of ways) {
          const talk = new Talk(set);
          for (const input of [{ kind: 'start', flow: 'f0' } as const, ...inputs])
            for (const advanced of 'pass' in input ? talk.pass(input.pass) : [talk.turn(input)]) {
              sound(advanced);
              if (advanced.waits.kind === 'call') for (const value of HEAVY) sound(talk.turn(result(value)));
            }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('give the same for the same', () => {
    fc.assert(
      fc.property(randomFlows, walk, (flows, inputs) => {
        const [one, two] = [new Talk(buildSet(flows)), new Talk(buildSet(flows))];
        for (const input of inputs) {
          const first = one.turn(input);
          expect(two.turn(input)).toEqual(first);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('F6: never throw when the flows are others at every turn', () => {
    fc.assert(
      fc.property(
        randomFlows,
        randomFlows,
        fc.array(randomInput, { maxLength: 20 }),
        (before, after, inputs) => {
          const sets = [buildSet(before), buildSet(after)];
          const talk = new Talk(sets[0]!);
          for (const [turn, input] of inputs.entries()) {
            talk.set = sets[turn % 2]!;
            sound(talk.turn(input));
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('never throw for a session of another age or shape of its values', () => {
    const held = fc.oneof(fc.constant(null), fc.boolean(), fc.double(), fc.string());
    const frame = fc.record({
      sid: fc.string(),
      flow: fc.constantFrom('f0', 'f1', 'perdu', '__proto__'),
      hash: fc.string(),
      step: fc.constantFrom('q0', 'q1', 'q3', 'q9', '', 'constructor'),
      tries: fc.integer(),
      answers: fc.string(),
      vars: fc.dictionary(fc.string(), held),
      narrowed: fc.array(fc.string()),
    });
    const old = fc.record({ frames: fc.array(frame, { maxLength: 5 }), input: randomInput });
    fc.assert(
      fc.property(randomFlows, fc.array(old, { minLength: 20, maxLength: 20 }), (flows, cases) => {
        const set = buildSet(flows);
        for (const { frames, input } of cases) {
          const older: SessionV1 = { v: 1, frames: frames.map((each) => ({ ...each, answers: each.vars })) };
          for (const session of [readBack({ v: 2, frames }), { v: 2 as const, frames: framesOf(older) }]) {
            const advanced = advance(set, session, NEW_PROFILE, input, { now: 1, lang: 'fr', nonce: 'n' });
            expect(advanced.session === null).toBe(advanced.waits.kind === 'nothing');
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** What no call should bring back, and some might. */
const HEAVY: CallValue[] = [
  'ɲ'.repeat(600),
  { part: 'x'.repeat(900) },
  { part: 'x' },
  Array.from({ length: MAX_LIST }, (_, n) => ({ key: `${n}`.repeat(MAX_LIST_KEY), label: 'ɲ'.repeat(90) })),
  Array.from({ length: MAX_LIST }, (_, n) => ({
    key: `k${n}`,
    label: 'L',
    a: 'ɲ'.repeat(99),
    b: 'ɲ'.repeat(99),
  })),
];
const result = (value: CallValue): EngineInput => ({ kind: 'result', result: { ok: true, value } });

function sound({ session, waits }: Advanced): void {
  expect(session === null).toBe(waits.kind === 'nothing');
  if (!session) return;
  expect(session.frames.length).toBeGreaterThan(0);
  // One in the background is gone before the person is waited for.
  const unseen = session.frames.filter((frame) => frame.unseen).length;
  expect(waits.kind === 'call' ? 0 : unseen).toBe(0);
  expect(session.frames.length).toBeLessThanOrEqual(MAX_FRAMES + Math.min(unseen, 1));
  const held = session.frames.reduce(
    (sum, frame) => sum + (frame.held ? bytesOf({ held: frame.held }) : 0),
    0,
  );
  if (waits.kind !== 'call') expect(held).toBe(0);
  expect(bytesOf(session)).toBeLessThanOrEqual(bound(session) + held);
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** F2: 1 KB and 60 B an answer; words a later step reads weigh what they weigh, and so do lists, up to their own limit. */
function bound({ frames }: Session): number {
  const answers = frames.flatMap((frame) => entriesOf(frame.answers));
  const words = answers.filter(([step]) => step === 'q2').map((answer) => bytesOf(answersFrom([answer])));
  const lists = frames.flatMap(({ vars, narrowed = [] }) =>
    Object.values(vars).map((held) => {
      if (!Array.isArray(held)) return 0;
      const bytes = bytesOf(held);
      expect(bytes).toBeLessThanOrEqual(MAX_LIST_BYTES);
      // A key of a list may be longer than one an author writes: as an answer, and among the candidates.
      return bytes + MAX_LIST_KEY + Math.min(narrowed.length, MAX_CANDIDATES) * MAX_LIST_KEY;
    }),
  );
  return 1_024 + 60 * answers.length + [...words, ...lists].reduce((sum, bytes) => sum + bytes, 0);
}
