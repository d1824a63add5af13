import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSet, Talk } from '../../test/engine/talk.ts';
import { stepsOf } from './answers.ts';
import { MAX_STATE_BYTES } from './limits.ts';
import type { EngineInput, Session } from './types.ts';

/** Names as long as given, each of its own. */
const named = (first: string, length: number): string => first.padEnd(length, first);

/** A talk that runs two flows on each other, each with variables, a question left to choose between candidates, and a menu. */
const flowsOf = ({ flow, step, words }: { flow: number; step: number; words: number }) => {
  const [a, b, c, menu] = [named('a', flow), named('b', flow), named('c', flow), named('m', flow)];
  const [q, r] = [named('q', step), named('r', step)];
  const common = `expires: 7d\nparams: [p]\nsteps:\n  - { set: { vars.v: "'${'x'.repeat(words)}'" } }\n`;
  const asks = `  - { ask: ${q}, type: place, timeout: { after: 2d, remind: 3 } }\n  - { ask: ${r}, type: choice, choices: [${named('x', 26)}, ${named('xy', 26)}, ${named('y', 26)}] }\n`;
  return {
    ids: { a, menu },
    flows: {
      [a]: `${common}${asks}  - { run: ${b}, with: { p: "'${'p'.repeat(words)}'" }, save: v }\n`,
      [b]: `${common}  - { do: people.erase }\n${asks}  - { run: ${c}, with: { p: vars.v }, save: v }\n`,
      [c]: `${common}${asks}  - { end: true, results: { v: vars.v } }\n`,
      [menu]: `interrupts: true\n${common}${asks}`,
    },
  };
};

const says = (text: string): EngineInput => ({ kind: 'reply', reply: { kind: 'text', text } });
const ANSWERS = ['mop', 'mopti/mopti', 'Mopti (cercle)', 'x', '1'];

const bytes = (session: Session | null) => Buffer.byteLength(JSON.stringify(session));
const answers = (session: Session | null) =>
  (session?.frames ?? []).reduce((sum, frame) => sum + stepsOf(frame.answers).length, 0);

it('F2: a talk stays within 1 KB and 60 B an answer, however long its names, its variables and its stack are', () => {
  const length = fc.record({
    flow: fc.integer({ min: 2, max: 40 }),
    step: fc.integer({ min: 2, max: 28 }),
    words: fc.integer({ min: 0, max: 320 }),
    menuAt: fc.integer({ min: 0, max: 14 }),
  });
  let deepest = 0;
  fc.assert(
    fc.property(length, ({ menuAt, ...lengths }) => {
      const { ids, flows } = flowsOf(lengths);
      const talk = new Talk(buildSet(flows));
      talk.clock = Date.UTC(2026, 0, 15, 9);
      const turns: EngineInput[] = [{ kind: 'start', flow: ids.a }];
      for (let round = 0; round < 3; round += 1) turns.push(...ANSWERS.map(says));
      turns.splice(menuAt + 1, 0, { kind: 'interrupt', flow: ids.menu });
      for (const turn of turns) {
        talk.turn(turn);
        talk.pass(13 * 3_600_000);
        deepest = Math.max(deepest, talk.session?.frames.length ?? 0);
        expect(bytes(talk.session)).toBeLessThanOrEqual(MAX_STATE_BYTES + 60 * answers(talk.session));
      }
    }),
    {
      numRuns: 60,
      examples: [40, 50, 55, 60, 100].map((words) => [{ flow: 40, step: 28, words, menuAt: 14 }]),
    },
  );
  expect(deepest).toBeGreaterThan(2);
});

it('F2: where a side job no longer fits, the talk nobody came back to for longest is left, and says why', () => {
  const { ids, flows } = flowsOf({ flow: 40, step: 28, words: 140 });
  const others = Object.fromEntries(
    ['u', 'v', 'w'].flatMap((first) => {
      const id = named(first, 40);
      const via = named(`${first}o`, 40);
      return [
        [
          id,
          `survey: ${first}\nsteps:\n  - { set: { vars.v: "'${'x'.repeat(100)}'" } }\n  - { ask: q, type: yes_no }`,
        ],
        [via, `interrupts: true\nsteps: [{ goto: { flow: ${id} } }]`],
      ];
    }),
  );
  const talk = new Talk(buildSet({ ...flows, ...others }));
  talk.turn({ kind: 'start', flow: ids.a });
  const codes: string[] = [];
  for (const first of ['u', 'v', 'w'])
    for (const event of talk.turn({ kind: 'interrupt', flow: named(`${first}o`, 40) }).events)
      if (event.kind === 'step_failed') codes.push(event.code);
  expect(codes).toContain('state_full');
  expect(talk.session?.frames.map(({ flow }) => flow)).not.toContain(ids.a);
  expect(bytes(talk.session)).toBeLessThanOrEqual(MAX_STATE_BYTES);
});
