import { describe, expect, it } from '@jest/globals';
import { readFlowFile } from '../../../engine/flow-file/read-flow-file.ts';
import { mutantsOf } from './mutants.ts';
import { deleted, place, replaced } from './written.ts';

const FLOW = `id: essai
steps:
  - say: debut
  - ask: la
    type: choice
    choices: [eau, { key: ecole, when: talk.suspended }]
    on_fail: { goto: fin }
  - if: answers.la == "eau"
    key: veut_eau
    then: { goto: fin }
    else: [{ say: dommage }]
  - end: true
    key: fin
`;
const file = readFlowFile('essai.yaml', FLOW).flow!;

describe('F8: faults put into a flow', () => {
  it('every step deleted and swapped, every condition inverted, every branch and choice dropped', () => {
    expect(mutantsOf(file).map(({ what, line }) => `${line} ${what}`)).toEqual([
      '3 delete say debut',
      '3 swap say debut and ask la',
      '4 delete ask la',
      '4 drop on_fail of ask la',
      '4 drop choice eau of ask la',
      '4 swap choices eau and ecole of ask la',
      '4 drop choice ecole of ask la',
      '4 offer ecole of ask la always',
      '4 swap ask la and if veut_eau',
      '8 delete if veut_eau',
      '8 invert if veut_eau',
      '8 drop then of if veut_eau',
      '8 drop else of if veut_eau',
      '8 swap if veut_eau and end fin',
      '12 delete end fin',
      '10 delete goto goto@4',
      '11 delete say dommage',
    ]);
  });

  it('each in a copy, and nowhere else', () => {
    const before = JSON.stringify(file.written);
    const written = mutantsOf(file).map((mutant) => JSON.stringify(mutant.written));
    expect(new Set([...written, before]).size).toBe(written.length + 1);
    expect(JSON.stringify(file.written)).toBe(before);
  });

  it('a then that is dropped leaves the else, for what did not hold', () => {
    const mutant = mutantsOf(file).find(({ what }) => what === 'drop then of if veut_eau');
    expect(place(mutant?.written, ['steps', 2])).toEqual({
      if: '!(answers.la == "eau")',
      key: 'veut_eau',
      then: [{ say: 'dommage' }],
    });
  });
});

describe('a place in what is written', () => {
  const written = { steps: [{ if: 'a', then: { goto: 'b' } }, { say: 'c' }] };

  it('is replaced and deleted in a copy; a branch written short is a list of one', () => {
    expect(place(written, ['steps', 0, 'then', 0, 'goto'])).toBe('b');
    expect(replaced(written, ['steps', 0, 'then', 0], { say: 'd' })).toEqual({
      steps: [{ if: 'a', then: [{ say: 'd' }] }, { say: 'c' }],
    });
    expect(deleted(written, ['steps', 1])).toEqual({ steps: [written.steps[0]] });
    expect(place(written, ['steps', 7, 'then'])).toBeUndefined();
  });
});
