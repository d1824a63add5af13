import { describe, expect, it } from '@jest/globals';
import { compileFlow } from '../../../engine/compile-flow.ts';
import { aroundFlows } from '../../../engine/compile-flows.ts';
import { readFlowFile } from '../../../engine/flow-file/read-flow-file.ts';
import { understanding } from '../../../language/index.ts';
import { mutantsOf } from './mutants.ts';
import { interchangeable, neverTogether, type Reason } from './no-fault.ts';
import { type Both, takeTheSameWay } from './same-way.ts';

const TEXTS = { languages: ['fr'], text: () => 'mots' };
const KNOWN = { calls: ['agenda.next'], effects: ['agenda.keep'] };
const ASKS = `  - ask: la
    type: choice
    choices: [eau, ecole]`;

function compiled(steps: string): Both {
  const source = `id: essai\nparams: [x, y]\nsteps:\n${steps}\n`;
  const { flow: file } = readFlowFile('essai.yaml', source);
  const around = aroundFlows([{ file: 'essai.yaml', source }], TEXTS, understanding, KNOWN);
  return { file: file!, compiled: compileFlow(file!, around).compiled };
}

describe('F8: two neighbours that may change places', () => {
  const verdict = (steps: string): Reason | undefined => {
    const { file } = compiled(steps);
    const swap = mutantsOf(file).findLast(
      ({ what }) => what.startsWith('swap if') || what.startsWith('swap s'),
    );
    return swap?.swapped && interchangeable(file.written, swap.swapped);
  };
  const EAU = '  - { if: answers.la == "eau", then: [{ say: a }] }';

  it.each<[string, string, Reason | undefined]>([
    [
      'two values of one answer',
      `${ASKS}\n${EAU}\n  - { if: answers.la == "ecole", then: [{ say: b }] }`,
      'they exclude each other',
    ],
    ['the same value', `${ASKS}\n${EAU}\n  - { if: answers.la == "eau", then: [{ say: b }] }`, undefined],
    ['values of two names', `${ASKS}\n${EAU}\n  - { if: vars.x == "ecole", then: [{ say: b }] }`, undefined],
    [
      'an else',
      `${ASKS}\n${EAU}\n  - { if: answers.la == "ecole", then: [{ say: b }], else: [{ say: c }] }`,
      undefined,
    ],
    [
      'a value that is given anew in between',
      '  - { if: vars.x == 1.0, then: [{ set: { vars.x: 2.0 } }] }\n  - { if: vars.x == 2.0, then: [{ say: b }] }',
      undefined,
    ],
    [
      'a part of two conditions',
      `${ASKS}\n  - { if: answers.la == "eau" && vars.x == 1.0, then: [{ say: a }] }\n  - { if: vars.y == 1.0 && answers.la == "ecole", then: [{ say: b }] }`,
      'they exclude each other',
    ],
    [
      'alternatives that are all excluded',
      `${ASKS}\n  - { if: answers.la == "eau" || answers.la == "puits", then: [{ say: a }] }\n  - { if: answers.la == "ecole", then: [{ say: b }] }`,
      'they exclude each other',
    ],
    [
      'alternatives of which one is not excluded',
      `${ASKS}\n  - { if: answers.la == "eau" || vars.x == 1.0, then: [{ say: a }] }\n  - { if: answers.la == "ecole", then: [{ say: b }] }`,
      undefined,
    ],
    [
      'parentheses, of which nothing is known',
      `${ASKS}\n  - { if: '!(vars.x == 1.0 && answers.la == "eau")', then: [{ say: a }] }\n  - { if: answers.la == "ecole", then: [{ say: b }] }`,
      undefined,
    ],
    [
      'a value, and none',
      `${ASKS}\n  - { if: has(vars.x), then: [{ say: a }] }\n  - { if: '!has(vars.x)', then: [{ say: b }] }`,
      'they exclude each other',
    ],
    [
      'a value, and one value',
      `${ASKS}\n  - { if: has(vars.x), then: [{ say: a }] }\n  - { if: vars.x == 1.0, then: [{ say: b }] }`,
      undefined,
    ],
    [
      'an else that only sets what a run that is left forgets',
      `${ASKS}\n  - { if: answers.la == "eau", then: { goto: { flow: essai } } }\n  - { if: answers.la == "ecole", then: [{ say: b }], else: [{ set: { vars.x: 1.0 } }] }`,
      'they exclude each other',
    ],
    [
      'an else that sets what a run that stays reads',
      `${ASKS}\n  - { if: answers.la == "eau", then: { goto: la } }\n  - { if: answers.la == "ecole", then: [{ say: b }], else: [{ set: { vars.x: 1.0 } }] }`,
      undefined,
    ],
    ['a variable nobody near reads', '  - set: { vars.x: 1.0 }\n  - say: a', 'neither knows of the other'],
    [
      'a variable the next step says',
      '  - set: { vars.x: 1.0 }\n  - say: a\n    with: { n: vars.x }',
      undefined,
    ],
    ['what is kept with the person', '  - set: { person.age: 1.0 }\n  - say: a', undefined],
    ['two texts', '  - say: a\n  - say: b', undefined],
  ])('%s: %s', (_, steps, reason) => {
    expect(verdict(steps)).toBe(reason);
  });
});

describe('F8: two choices that may change places', () => {
  it.each([
    ['one wants what the other does not', 'vars.x != true', 'vars.x == true', true],
    ['two values', 'vars.x == 1.0', 'vars.y == 1.0 && vars.x == 2.0', true],
    ['both not', 'vars.x != 1.0', 'vars.x != 2.0', false],
    ['two names', 'vars.x == true', 'vars.y != true', false],
  ])('%s', (_, one, other, never) => {
    const choices = [one, other].map((when, nth) => ({ key: `k${nth}`, when }));
    expect(neverTogether([choices[0], choices[1]])).toBe(never);
    expect(neverTogether(['k0', choices[1]])).toBe(false);
  });
});

describe('F8: a change that only moves jumps', () => {
  const same = (one: string, other: string): boolean => takeTheSameWay(compiled(one), compiled(other));

  it.each<[string, string, string, boolean]>([
    ['an end that is last', '  - say: a\n  - end: true', '  - say: a', true],
    ['an end that is not last', '  - say: a\n  - end: true\n  - say: b', '  - say: a\n  - say: b', false],
    ['a goto to the next step', '  - say: a\n  - goto: b\n  - say: b', '  - say: a\n  - say: b', true],
    [
      'a branch to where it goes on anyway',
      '  - { if: vars.x == 1.0, then: { goto: b } }\n  - say: b',
      '  - say: b',
      true,
    ],
    [
      'a branch that says something',
      '  - { if: vars.x == 1.0, then: [{ say: a }] }\n  - say: b',
      '  - say: b',
      false,
    ],
    ['two steps swapped', '  - say: a\n  - say: b', '  - say: b\n  - say: a', false],
    ['two choices swapped', ASKS, ASKS.replace('eau, ecole', 'ecole, eau'), false],
    [
      'a loop',
      `${ASKS}\n    on_fail: { goto: la }`,
      `${ASKS}\n    on_fail: { goto: la }\n  - end: true`,
      true,
    ],
  ])('%s', (_, one, other, alike) => {
    expect(same(one, other)).toBe(alike);
  });
});
