import { expect, it } from '@jest/globals';
import { compileFlows } from '../compile-flows.ts';
import { EVERY_TEXT, EXACTLY } from '../../../test/engine/universe.ts';

/** What is said of a flow of these steps, as `line code`. */
const told = (...steps: string[]): string[] => {
  const source = `id: f\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}`;
  const { findings } = compileFlows([{ file: 'flows/f.yaml', source }], EVERY_TEXT, EXACTLY, {
    calls: [],
    effects: [],
  });
  return findings.map(({ line, code }) => `${line} ${code}`);
};

it.each([
  ['one way is no split', '{ split: essai, into: { un: 1 } }'],
  ['a share of nothing', '{ split: essai, into: { un: 0, deux: 1 } }'],
  [
    'a way under then that has no share',
    '{ split: essai, into: { un: 1, deux: 1 }, then: { trois: [{ say: x }] } }',
  ],
  ['a way named by a digit alone', '{ split: essai, into: { "1": 1, "2": 1 } }'],
  ['a way of no steps', '{ split: essai, into: { un: 1, deux: 1 }, then: { un: [] } }'],
  [
    'eleven ways',
    `{ split: essai, into: { ${Array.from('abcdefghijk', (way) => `${way}: 1`).join(', ')} } }`,
  ],
  ['a group without a name', '{ group: { add: "" } }'],
  ['a group joined and left at once', '{ group: { add: a, remove: a } }'],
  ['a reason in words of its own', '{ hand_over: { say: passage, reason: "Il faut de l’aide" } }'],
  ['a talk handed over without a word', '{ hand_over: { reason: aide } }'],
  ['a result without a value', '{ result: total }'],
])('F1, F7: %s is refused where it stands', (_what, step) => {
  const found = told('{ say: un }', step);
  expect(found.length).toBeGreaterThan(0);
  for (const finding of found) expect(finding).toMatch(/^4 /);
});

it('F7: a talk is given back at a step there is, and a group is one that some flow adds to', () => {
  expect(told('{ hand_over: { say: passage, reason: aide, resume: perdu } }')).toEqual(['3 dangling_goto']);
  expect(told('{ if: person.groups.perdu, then: [{ say: un }] }')).toEqual(['3 unknown_name']);
  expect(told('{ set: { person.groups: "true" } }')).toHaveLength(1);
  expect(told('{ ask: q, type: text, save: person.groups }')).toHaveLength(1);
});

it('F5: several choices are a list in an expression, and a category is words', () => {
  const q = '{ ask: q, type: multi, choices: [eau, ecole] }';
  expect(told(q, `{ if: '"eau" in answers.q && size(answers.q) > 1', then: [{ say: un }] }`)).toEqual([]);
  expect(told(q, `{ if: 'answers.q == null || answers.q[0] == "eau"', then: [{ say: un }] }`)).toEqual([]);
  expect(told(q, `{ if: 'answers.q == "eau"', then: [{ say: un }] }`)).toEqual(['4 wrong_type']);
  expect(told(q, '{ say: un, with: { q: answers.q } }')).toEqual(['4 wrong_type']);
  expect(told(q, '{ result: r, value: size(answers.q), category: size(answers.q) }')).toEqual([
    '4 wrong_type',
  ]);
});
