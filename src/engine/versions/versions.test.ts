import { describe, expect, it } from '@jest/globals';
import { recordOf } from '../answers.ts';
import { rendered } from '../../../test/engine/rendered.ts';
import { buildSet, Talk } from '../../../test/engine/talk.ts';
import type { FlowSet } from '../flow-set.ts';
import { runIdOf } from './run-id.ts';
import type { Frame } from '../types.ts';
import { flowOf, stepIn } from './flow-of.ts';
import { settled } from './settled.ts';
import { withVersions } from './with-versions.ts';

const BEFORE = `survey: paix
steps:
  - ask: eau
    type: choice
    choices: [oui, non]
  - ask: age
    type: number
  - ask: lieu
    type: place
`;
const MENU = 'interrupts: true\nsteps: [{ ask: choix, type: choice, choices: [menu, fin] }]\n';

/** A talk at the question `at` of the first version, then the second is published under it. */
function published(
  after: string,
  { at = 'eau', kept = true }: { at?: 'eau' | 'age' | 'lieu'; kept?: boolean } = {},
) {
  const talk = new Talk(buildSet({ sondage: BEFORE, menu: MENU }));
  talk.turn({ kind: 'start', flow: 'sondage' });
  if (at !== 'eau') talk.taps('oui');
  if (at === 'lieu') talk.says('30');
  const older = talk.set;
  const now = buildSet({ sondage: after, menu: MENU });
  talk.set = kept ? over(now, older) : now;
  return { talk, before: hashIn(older), after: hashIn(now) };
}
const over = (now: FlowSet, older: FlowSet): FlowSet =>
  withVersions(now, (flow, hash) => {
    const found = older.flows.get(flow);
    return found?.hash === hash ? found : undefined;
  });
/** It stands at a step that exists in the version it goes on in. */
const stands = (set: FlowSet, frame: Frame): boolean => {
  const now = settled(set, frame);
  return stepIn(flowOf(set, now), now.step) !== undefined;
};
const hashIn = (set: FlowSet): string | undefined => set.flows.get('sondage')?.hash;
const answered = ({ events }: ReturnType<Talk['turn']>) =>
  events.flatMap((event) => (event.kind === 'answered' ? [[event.step, event.value, event.hash]] : []));
const top = (talk: Talk) => talk.session?.frames.at(-1);

describe('F6: a step that was kept', () => {
  it('moves at the next turn: the answer is one to the published version', () => {
    const { talk, before, after } = published(`${BEFORE}  - say: merci\n`, { at: 'age' });
    expect(top(talk)?.hash).toBe(before);
    expect(answered(talk.says('30'))).toEqual([['age', 30, after]]);
    expect(top(talk)).toMatchObject({ hash: after, step: 'lieu', answers: 'eau:oui,age=30' });
  });

  it('whose words alone were edited is in the same version: they are in no file of the structure', () => {
    const { before, after } = published(BEFORE);
    expect(after).toBe(before);
  });

  it('goes on where steps around it were added, taken away and reordered', () => {
    const { talk, after } = published(
      'survey: paix\nsteps:\n  - ask: neuf\n    type: text\n  - ask: lieu\n    type: place\n  - ask: eau\n    type: choice\n    choices: [oui, non]\n  - say: fin\n',
    );
    const turn = talk.says('2');
    expect(answered(turn)).toEqual([['eau', 'non', after]]);
    expect(rendered(turn)).toContain('says sondage.fin');
  });
});

describe('F6: a kept step that asks something else (rapidpro#827: a live edit spoils a poll)', () => {
  const reordered = BEFORE.replace('[oui, non]', '[non, oui]');

  it('an answer is one to the question that was asked: typed digits count the old choices, under the old version', () => {
    const { talk, before, after } = published(reordered);
    expect(answered(talk.says('1'))).toEqual([['eau', 'oui', before]]);
    expect(answered(talk.says('30'))).toEqual([['age', 30, after]]);
  });

  it('a button of the old version is understood, also of a choice that is gone', () => {
    const { talk, before } = published(BEFORE.replace('[oui, non]', '[oui, jamais]'));
    expect(answered(talk.taps('non'))).toEqual([['eau', 'non', before]]);
  });

  it('a number is no step of a scale: the old question is finished as it was', () => {
    const { talk, before } = published(BEFORE.replace('type: number', 'type: scale\n    max: 5'), {
      at: 'age',
    });
    expect(answered(talk.says('3'))).toEqual([['age', 3, before]]);
  });

  it('answers given before are left behind where their question means something else now', () => {
    const { talk } = published(
      BEFORE.replace('[oui, non]', '[beaucoup, peu]').replace('type: number', 'type: number\n    max: 90'),
      { at: 'lieu' },
    );
    talk.says('Gao');
    expect(talk.session).toBeNull();
    const again = published(BEFORE.replace('[oui, non]', '[beaucoup, peu]'), { at: 'age' });
    again.talk.says('30');
    expect(recordOf(top(again.talk)!.answers)).toEqual({ age: 30 });
  });

  it('and kept where the choice is still there', () => {
    const { talk } = published(BEFORE.replace('[oui, non]', '[oui, non, nsp]'), { at: 'age' });
    talk.says('30');
    expect(recordOf(top(talk)!.answers)).toEqual({ eau: 'oui', age: 30 });
  });
});

describe('F6: buttons of a question that was asked before', () => {
  it('are another run of it after a move: what was asked in the old version takes no answer for the new one', () => {
    const { talk } = published(`${BEFORE}  - say: merci\n`, { at: 'age' });
    const before = top(talk)?.sid;
    talk.says('dix');
    expect(top(talk)?.sid).not.toBe(before);
    expect(runIdOf(top(talk)?.sid ?? '')).toBe(before);
  });
});

describe('F1, F6: going back over a move', () => {
  it('what was done with answers stays done, and those that were left behind are not counted among them', () => {
    const { talk } = published(BEFORE.replace('[oui, non]', '[beaucoup, peu]'), { at: 'lieu' });
    const open = talk.session!.frames[0]!;
    talk.session = { v: 2, frames: [{ ...open, sealed: 1 }] };
    talk.says('???');
    expect(top(talk)).toMatchObject({ answers: 'age=30' });
    expect(top(talk)?.sealed).toBeUndefined();
    expect(rendered(talk.turn({ kind: 'back' }))).toContain('waits at sondage.age, tries 0');
  });
});

describe('F6: a step that was taken away', () => {
  const without = BEFORE.replace('  - ask: age\n    type: number\n', '');

  it('pins the talk to its version until it stands at a step that was kept', () => {
    const { talk, before, after } = published(without, { at: 'age' });
    expect(rendered(talk.says('dix'))).toEqual(['says bot.retry.number <>', 'waits at sondage.age, tries 1']);
    expect(answered(talk.says('30'))).toEqual([['age', 30, before]]);
    expect(top(talk)).toMatchObject({ step: 'lieu', hash: before });
    expect(answered(talk.says('Gao'))).toEqual([['lieu', 'gao', after]]);
  });

  it('a flow that was taken away is finished in its version', () => {
    const talk = new Talk(buildSet({ sondage: BEFORE, menu: MENU }));
    talk.turn({ kind: 'start', flow: 'sondage' });
    const older = talk.set;
    talk.set = over(buildSet({ menu: MENU }), older);
    talk.taps('oui');
    talk.says('30');
    expect(rendered(talk.says('Gao'))).toEqual([
      'answered lieu place "gao" of paix',
      'survey paix complete',
      'nothing runs',
    ]);
  });

  it('follows migrate: a step renamed goes on as if nothing had been, its earlier answers too', () => {
    const renamed = `migrate: { age: age_exact, eau: eau_potable }\n${BEFORE}`
      .replace('ask: age\n', 'ask: age_exact\n')
      .replace('ask: eau\n', 'ask: eau_potable\n');
    const { talk, after } = published(renamed, { at: 'age' });
    expect(answered(talk.says('30'))).toEqual([['age_exact', 30, after]]);
    expect(recordOf(top(talk)!.answers)).toEqual({ eau_potable: 'oui', age_exact: 30 });
  });

  it('follows migrate to a question with other choices, which is asked before anything is an answer to it', () => {
    const other = `migrate: { eau: source }\n${BEFORE}`.replace(
      'ask: eau\n    type: choice\n    choices: [oui, non]',
      'ask: source\n    type: choice\n    choices: [puits, pompe]',
    );
    const { talk, after } = published(other);
    const asked = [
      'says bot.question_changed',
      'says sondage.source.ask <puits pompe>',
      'waits at sondage.source, tries 0',
    ];
    expect(rendered(talk.taps('oui'))).toEqual(asked);
    expect(answered(talk.taps('puits'))).toEqual([['source', 'puits', after]]);
  });

  it('follows migrate to a question there was before, which is no new name of this one: it is asked', () => {
    const two = `${BEFORE}  - ask: poids\n    type: number\n`;
    const talk = new Talk(buildSet({ sondage: two }));
    talk.turn({ kind: 'start', flow: 'sondage' });
    talk.taps('oui');
    const older = talk.set;
    talk.set = over(
      buildSet({
        sondage: `migrate: { age: poids }\n${two.replace('  - ask: age\n    type: number\n', '')}`,
      }),
      older,
    );
    expect(rendered(talk.says('30')).slice(0, 2)).toEqual([
      'says bot.question_changed',
      'says sondage.poids.ask <>',
    ]);
    expect(answered(talk.says('60'))).toEqual([['poids', 60, hashIn(talk.set)]]);
  });

  it('follows migrate to a step that is no question', () => {
    const excuse = `migrate: { age: excuse }\n${without.replace('  - ask: lieu', '  - say: excuse\n  - ask: lieu')}`;
    const { talk } = published(excuse, { at: 'age' });
    expect(rendered(talk.says('30')).slice(0, 3)).toEqual([
      'says bot.question_changed',
      'says sondage.excuse',
      'says sondage.lieu.ask <>',
    ]);
  });

  it('what was moved while something else talked is asked anew when its turn comes', () => {
    const other = `migrate: { age: source }\n${BEFORE}`.replace(
      'ask: age\n    type: number',
      'ask: source\n    type: text',
    );
    const { talk } = published(other, { at: 'age' });
    talk.turn({ kind: 'interrupt', flow: 'menu' });
    expect(rendered(talk.taps('fin'))).toEqual([
      'answered choix choice "fin"',
      'says bot.resume',
      'says sondage.source.ask {max_length: 500} <>',
      'waits at sondage.source, tries 0',
    ]);
  });
});

describe('F6: a version nobody has any more', () => {
  it('a step of its name is asked before anything is an answer to it', () => {
    const { talk, after } = published(`${BEFORE}  - say: merci\n`, { at: 'age', kept: false });
    expect(rendered(talk.says('30'))).toEqual([
      'says bot.question_changed',
      'says sondage.age.ask <>',
      'waits at sondage.age, tries 0',
    ]);
    expect(recordOf(top(talk)!.answers)).toEqual({ eau: 'oui' });
    expect(answered(talk.says('30'))).toEqual([['age', 30, after]]);
  });

  it('ends the talk in so many words where its step is gone too, and asks what waits below', () => {
    const { talk } = published(BEFORE.replaceAll('ask: age', 'ask: autre'), { at: 'age', kept: false });
    expect(talk.session?.frames.every((frame) => stands(talk.set, frame))).toBe(false);
    expect(rendered(talk.says('30'))).toEqual(['says bot.flow_changed', 'nothing runs']);
  });

  it('flows that are gone leave nothing', () => {
    const { talk } = published(BEFORE, { kept: false });
    talk.turn({ kind: 'interrupt', flow: 'menu' });
    talk.set = buildSet({ aide: 'steps: [{ say: aide }]' });
    expect(rendered(talk.says('1'))).toEqual([
      'says bot.flow_changed',
      'says bot.flow_changed',
      'nothing runs',
    ]);
  });
});
