import { describe, expect, it } from '@jest/globals';
import { recordOf } from './answers.ts';
import { rendered } from '../../test/engine/rendered.ts';
import { buildSet, Talk } from '../../test/engine/talk.ts';

const SURVEY = `survey: paix
steps:
  - { ask: eau, type: choice, choices: [puits, robinet] }
  - if: answers.eau == "puits"
    then: [{ ask: fond, type: number }]
  - { ask: nom, type: text }
  - { ask: jour, type: date }
  - { ask: oui, type: yes_no }
`;
const BACK = { kind: 'back' } as const;
const begun = (flows: Record<string, string> = { f: SURVEY }, ...said: string[]) => {
  const talk = new Talk(buildSet(flows));
  talk.turn({ kind: 'start', flow: 'f' });
  for (const words of said) talk.says(words);
  return talk;
};
const back = (talk: Talk) => rendered(talk.turn(BACK));
const NO_FURTHER = 'says bot.back_no_further';

describe('F1: going back to change an answer', () => {
  it('asks the question before again and shows what was answered, as often as there is one', () => {
    const talk = begun({ f: SURVEY }, 'puits', '12', 'Awa');
    expect(back(talk)).toEqual([
      'says bot.back',
      'says f.nom.ask {max_length: 500} <>',
      'waits at f.nom, tries 0',
    ]);
    expect(back(talk).slice(0, 2)).toEqual(['says bot.back_to', 'says bot.answer_given {answer: 12}']);
    expect(back(talk)).toEqual([
      'says bot.back_to',
      'says f.eau.choices.puits',
      'says f.eau.ask <puits robinet>',
      'waits at f.eau, tries 0',
    ]);
    expect(back(talk)).toEqual([NO_FURTHER, 'says f.eau.ask <puits robinet>', 'waits at f.eau, tries 0']);
  });

  it('the same answer again leaves the others; the questions after it are asked with theirs kept', () => {
    const talk = begun({ f: SURVEY }, 'puits', '12', 'Awa');
    for (let n = 0; n < 3; n += 1) talk.turn(BACK);
    expect(rendered(talk.says('puits'))).toEqual([
      'answered eau choice "puits" of paix',
      'says f.fond.ask <>',
      'waits at f.fond, tries 0',
    ]);
    expect(recordOf(talk.session!.frames[0]!.answers)).toMatchObject({ eau: 'puits', fond: 12 });
  });

  it('another answer withdraws those after it, which may lie on a way not taken now', () => {
    const talk = begun({ f: SURVEY }, 'puits', '12', 'Awa');
    for (let n = 0; n < 3; n += 1) talk.turn(BACK);
    expect(rendered(talk.says('robinet'))).toEqual([
      'answered eau choice "robinet" of paix',
      'withdrawn fond of paix',
      'withdrawn nom of paix',
      'says f.nom.ask {max_length: 500} <>',
      'waits at f.nom, tries 0',
    ]);
    expect(recordOf(talk.session!.frames[0]!.answers)).toEqual({ eau: 'robinet' });
  });

  it.each([
    ['a day', 'date', '2026-05-12', 'says bot.answer_day {answer: "2026-05-12"}'],
    ['yes', 'yes_no', 'oui', 'says bot.yes_no.yes'],
    ['a place', 'place', 'Mopti (cercle)', 'says bot.answer_given {answer: "Mopti (cercle)"}'],
    ['a mark', 'scale, max: 5', '4', 'says bot.answer_given {answer: "4"}'],
  ])('shows %s in words', (_what, type, words, line) => {
    const talk = begun({ f: `steps: [{ ask: q, type: ${type} }, { ask: r, type: text }]` }, words);
    expect(back(talk)).toContain(line);
  });

  it.each([
    ['text', 'Awa'],
    ['phone', '76000000'],
  ])('never shows a %s', (type, words) => {
    const talk = begun(
      { f: `steps: [{ ask: q, type: ${type} }, { ask: r, type: text, with: { q: answers.q } }]` },
      words,
    );
    expect(back(talk)[0]).toBe('says bot.back');
    expect(back(talk).join(' ')).not.toContain(words);
  });

  it('a question that was left without an answer can be gone back to', () => {
    const talk = begun(
      { f: 'steps: [{ ask: q, type: number, tries: 1 }, { ask: r, type: yes_no }]' },
      'beaucoup',
    );
    expect(back(talk)).toEqual(['says bot.back', 'says f.q.ask <>', 'waits at f.q, tries 0']);
  });

  it('a question a loop comes round to is before nothing of its last round', () => {
    const f = `steps:
  - { ask: a, type: yes_no }
  - { ask: b, type: yes_no }
  - if: answers.b
    then: [{ goto: a }]
  - { ask: c, type: yes_no }
`;
    const talk = begun({ f }, 'oui', 'oui');
    expect(back(talk).at(-1)).toBe('waits at f.b, tries 0');
  });
});

describe('F1: there is no way back past', () => {
  it.each([
    ['an effect', '{ do: people.erase }'],
    ['the end of a wait', '{ wait: { for: 1h } }'],
    ['a flow that was run', '{ run: g }'],
  ])('%s', (_what, step) => {
    const flows = {
      f: `steps: [{ ask: a, type: yes_no }, ${step}, { ask: b, type: yes_no }, { ask: c, type: yes_no }]`,
      g: 'steps: [{ say: un }]',
    };
    const talk = begun(flows, 'oui');
    talk.pass(3_600_000);
    expect(back(talk)).toEqual([NO_FURTHER, 'says f.b.ask <yes no>', 'waits at f.b, tries 0']);
    talk.says('oui');
    expect(back(talk).at(-1)).toBe('waits at f.b, tries 0');
    expect(back(talk)[0]).toBe(NO_FURTHER);
  });

  it('a claim; a call that only looks something up is no such thing', () => {
    const flow = (call: string) => ({
      f: `steps: [{ ask: a, type: yes_no }, { call: ${call} }, { ask: b, type: yes_no }]`,
    });
    for (const [call, first] of [
      ['surveys.next', 'says bot.back_to'],
      ['places.claim', NO_FURTHER],
    ] as const) {
      const talk = begun(flow(call), 'oui');
      talk.turn({ kind: 'result', result: { ok: true, value: 1 } });
      expect(back(talk)[0]).toBe(first);
    }
  });

  it('the beginning of a flow that another runs', () => {
    const talk = begun(
      { f: 'steps: [{ ask: a, type: yes_no }, { run: g }]', g: 'steps: [{ ask: b, type: yes_no }]' },
      'oui',
    );
    expect(back(talk)).toEqual([NO_FURTHER, 'says g.b.ask <yes no>', 'waits at g.b, tries 0 over 1']);
  });

  it('where a side job begins: it is left for what waits below', () => {
    const menu = 'interrupts: true\nsteps: [{ ask: choix, type: choice, choices: [a, b] }]';
    const talk = begun({ f: SURVEY, menu }, 'puits');
    talk.turn({ kind: 'interrupt', flow: 'menu' });
    expect(back(talk)).toEqual(['says bot.resume', 'says f.fond.ask <>', 'waits at f.fond, tries 0']);
  });

  it('the talk itself', () => {
    expect(rendered(new Talk(buildSet({ f: SURVEY })).turn(BACK))).toEqual(['nothing runs']);
  });
});
