import { describe, expect, it } from '@jest/globals';
import { recordOf } from './answers.ts';
import { rendered } from '../../test/engine/rendered.ts';
import { buildSet, Talk } from '../../test/engine/talk.ts';
import { MAX_FRAMES } from './limits.ts';
import type { CallValue, Value } from './types.ts';

const SURVEY = `survey: paix
steps:
  - ask: age
    type: number
  - ask: avis
    type: text
  - ask: encore
    type: yes_no
`;
const AIDE = 'interrupts: true\nsteps: [{ say: aide }]\n';
const MENU = `interrupts: true
steps:
  - ask: choix
    type: choice
    choices: [{ key: continuer, when: talk.suspended }, langue, fin]
  - if: answers.choix == "langue"
    then: { goto: langue }
  - end: true
  - goto: { flow: langue }
    key: langue
`;
const LANGUE = `interrupts: true
steps:
  - ask: langue
    type: choice
    choices: [fr, bm]
  - set: { person.lang: answers.langue }
`;

const begun = (flows: Record<string, string> = {}) => {
  const talk = new Talk(buildSet({ sondage: SURVEY, aide: AIDE, menu: MENU, langue: LANGUE, ...flows }));
  talk.turn({ kind: 'start', flow: 'sondage' });
  return talk;
};

describe('F4: side jobs and what waits below them', () => {
  it('runs over the open question and comes back to it, answers kept', () => {
    const talk = begun();
    talk.says('30');
    const menu = rendered(talk.turn({ kind: 'interrupt', flow: 'menu' }));
    expect(menu).toEqual([
      'says menu.choix.ask <continuer langue fin>',
      'waits at menu.choix, tries 0 over 1',
    ]);
    expect(rendered(talk.taps('continuer'))).toEqual([
      'answered choix choice "continuer"',
      'says bot.resume',
      'says sondage.avis.ask {max_length: 500} <>',
      'waits at sondage.avis, tries 0',
    ]);
    expect(recordOf(talk.session!.frames[0]!.answers)).toEqual({ age: 30 });
  });

  it('replaces a side job on top instead of piling up', () => {
    const talk = begun();
    for (let n = 0; n < 10; n += 1) {
      talk.turn({ kind: 'interrupt', flow: 'menu' });
      talk.turn({ kind: 'interrupt', flow: 'langue' });
    }
    expect(talk.session?.frames.map(({ flow }) => flow)).toEqual(['sondage', 'langue']);
    expect(rendered(talk.taps('bm')).slice(-3)).toEqual([
      'says bot.resume',
      'says sondage.age.ask <>',
      'waits at sondage.age, tries 0',
    ]);
    expect(talk.profile.lang).toBe('bm');
  });

  it('does not offer to go on where nothing waits', () => {
    const talk = new Talk(buildSet({ menu: MENU, langue: LANGUE }));
    expect(rendered(talk.turn({ kind: 'interrupt', flow: 'menu' }))[0]).toBe(
      'says menu.choix.ask <langue fin>',
    );
  });

  it('a flow that is no side job takes the place of all, or is gone on with where it waits', () => {
    const talk = begun({ stop: 'steps: [{ say: arrete }]' });
    talk.says('30');
    talk.turn({ kind: 'interrupt', flow: 'menu' });
    expect(rendered(talk.turn({ kind: 'interrupt', flow: 'sondage' }))).toEqual([
      'says bot.resume',
      'says sondage.avis.ask {max_length: 500} <>',
      'waits at sondage.avis, tries 0',
    ]);
    expect(rendered(talk.turn({ kind: 'interrupt', flow: 'stop' }))).toEqual([
      'survey paix broken off',
      'says stop.arrete',
      'nothing runs',
    ]);
  });

  it('start leaves everything and begins afresh', () => {
    const talk = begun();
    talk.says('30');
    expect(rendered(talk.turn({ kind: 'start', flow: 'sondage' }))).toEqual([
      'survey paix broken off',
      'says sondage.age.ask <>',
      'waits at sondage.age, tries 0',
    ]);
    expect(recordOf(talk.session!.frames[0]!.answers)).toEqual({});
  });

  it('gives every run an id of its own, also within one turn', () => {
    const talk = begun({ double: 'steps: [{ goto: { flow: sondage } }]' });
    const first = talk.session?.frames[0]?.sid;
    talk.turn({ kind: 'start', flow: 'double' });
    expect(talk.session?.frames[0]?.sid).not.toBe(first);
    expect(talk.session?.frames[0]?.sid).toBe('n22');
  });

  it('forgets the newest talk, not the oldest, beyond the stack limit', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [
        `t${n}`,
        'steps: [{ ask: q, type: text }, { ask: r, type: text }]',
      ]),
    );
    const jumps = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [
        `vers-t${n}`,
        `interrupts: true\nsteps: [{ goto: { flow: t${n} } }]`,
      ]),
    );
    const talk = new Talk(buildSet({ ...chain, ...jumps }));
    for (let n = 0; n < 8; n += 1) {
      talk.turn({ kind: 'interrupt', flow: `vers-t${n}` });
      expect(talk.session?.frames.length).toBeLessThanOrEqual(MAX_FRAMES);
    }
    expect(talk.session?.frames.map(({ flow }) => flow)).toEqual(['t0', 't1', 't2', 't7']);
  });
});

describe('F2: turns that find nothing to do', () => {
  it.each([
    { kind: 'again' },
    { kind: 'reply', reply: { kind: 'text', text: 'a' } },
    { kind: 'result', result: { ok: true, value: 1 } },
  ] as const)('%j without a talk does nothing', (input) => {
    expect(rendered(new Talk(buildSet({ aide: AIDE })).turn(input))).toEqual(['nothing runs']);
  });

  it('a flow that is not there is reported and what runs stays', () => {
    const talk = begun();
    const before = talk.session;
    expect(rendered(talk.turn({ kind: 'start', flow: 'perdu' }))).toEqual([
      'failed perdu. unknown_flow',
      'waits at sondage.age, tries 0',
    ]);
    expect(talk.session).toEqual(before);
  });

  it('a result nobody waits for asks the open question again', () => {
    const result = { kind: 'result', result: { ok: true, value: 1 } } as const;
    expect(rendered(begun().turn(result))).toEqual([
      'says sondage.age.ask <>',
      'waits at sondage.age, tries 0',
    ]);
  });
});

describe('F2: what is kept of an answer', () => {
  it('words no expression reads are not, but for their place on the way; words one reads are', () => {
    const talk = begun();
    talk.says('30');
    talk.says('beaucoup de mots');
    expect(recordOf(talk.session!.frames[0]!.answers)).toEqual({ age: 30, avis: null });
    const reading = new Talk(
      buildSet({ f: 'steps: [{ ask: q, type: text }, { ask: r, type: yes_no, with: { q: answers.q } }]' }),
    );
    reading.turn({ kind: 'start', flow: 'f' });
    reading.says('mes mots');
    expect(recordOf(reading.session!.frames[0]!.answers)).toEqual({ q: 'mes mots' });
  });
});

describe('F6: the content hash', () => {
  it('the same structure has the same hash, whatever order its keys and its tests file have', () => {
    const hash = (source: string) => buildSet({ f: source }).flows.get('f')?.hash;
    expect(hash('steps: [{ say: a }]\ntests: x.yaml')).toBe(hash('tests: y.yaml\nsteps:\n  - say: a\n'));
    expect(hash('steps: [{ say: a }]')).not.toBe(hash('steps: [{ say: b }]'));
    expect(hash('steps: [{ say: a }]')).toMatch(/^[0-9a-f]{16}$/);
  });
});

const RAPPEL = `triggers: [{ event: prompt }]
interrupts: true
params: [activite, rang]
steps:
  - call: surveys.next
    key: encore_voulu
    with: { activite: vars.activite }
    save: voulu
  - if: vars.voulu == true
    then: [{ say: rappel, with: { rang: vars.rang } }, { call: surveys.next }]
`;
const brings = (value: CallValue) => ({ kind: 'result', result: { ok: true, value } }) as const;
const prompt = (params: Record<string, Value> = {}) => ({ kind: 'start', flow: 'rappel', params }) as const;

// They run beside the open talk, which the conversation asks again: test/conversation/prompted.test.ts.
describe('F4: flows the house begins in a talk', () => {
  it('knows which they are', () => {
    expect([...buildSet({ aide: AIDE, rappel: RAPPEL }).prompts]).toEqual(['rappel']);
  });

  it('have the parameters their header names, and no others', () => {
    const turn = new Talk(buildSet({ rappel: RAPPEL })).turn(prompt({ activite: 'a1', autre: 'x' }));
    expect(rendered(turn)).toEqual(['calls surveys.next {activite: "a1"}']);
    expect(turn.session?.frames.at(-1)?.vars).toEqual({ activite: 'a1' });
  });

  it('end in silence where they find nothing to say', () => {
    const talk = new Talk(buildSet({ rappel: RAPPEL }));
    talk.turn(prompt({ activite: 'a1' }));
    expect(rendered(talk.turn(brings(false)))).toEqual(['nothing runs']);
  });

  it('F2: a parameter there is no room for is reported and reads as null', () => {
    const turn = new Talk(buildSet({ rappel: RAPPEL })).turn(prompt({ activite: 'x'.repeat(400) }));
    expect(rendered(turn)).toEqual([
      'failed rappel. variables_too_large',
      'calls surveys.next {activite: null}',
    ]);
  });
});

describe('C7: a list is understood as it is now', () => {
  it('also where other labels stand under the same keys', () => {
    const flow =
      'steps: [{ call: surveys.next, save: l }, { ask: q, type: choice, choices: { from: l } }, { say: fin }]';
    const set = buildSet({ f: flow });
    for (const label of [
      'Nettoyage',
      'Tournoi',
      ...Array.from({ length: 40 }, (_, n) => `Autre ${n}`),
      'Nettoyage',
    ]) {
      const talk = new Talk(set);
      talk.turn({ kind: 'start', flow: 'f' });
      talk.turn(
        brings([
          { key: 'a', label },
          { key: 'b', label: 'Rien' },
        ]),
      );
      expect(rendered(talk.says(label))[0]).toBe('answered q choice "a"');
      expect(talk.session).toBeNull();
    }
  });
});
