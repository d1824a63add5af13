import { describe, expect, it } from '@jest/globals';
import { buildSet, Talk } from '../../../test/engine/talk.ts';
import type { Advanced } from '../types.ts';

const SONDAGE = `steps:
  - say: bonjour
  - ask: avis
    type: choice
    choices: [bien, mal]
    tries: 2
    on_fail: { goto: tant_pis }
  - ask: nom
    type: text
  - if: answers.avis == "bien"
    then: [{ say: content }]
    key: fork
  - call: surveys.next
    key: suite
    on_fail: { goto: tant_pis }
  - end: true
  - say: tant_pis
`;
const AIDE = 'interrupts: true\nsteps: [{ say: aide }]\n';
const AUTRE = 'steps: [{ ask: quoi, type: text }]\n';

const begun = () => {
  const talk = new Talk(buildSet({ sondage: SONDAGE, aide: AIDE, autre: AUTRE }));
  return { talk, first: walked(talk.turn({ kind: 'start', flow: 'sondage' })) };
};

/** One word a step: `avis` waits, `avis>bien` left, `avis?` asked again, `avis!` given up. */
const walked = ({ walk }: Advanced): string =>
  walk
    .map(
      ({ step, exit, retried, dropped }) =>
        step + (exit === undefined ? '' : `>${exit}`) + (retried ? '?' : '') + (dropped ? '!' : ''),
    )
    .join(' ');

describe('F11: the way of a turn through its flow', () => {
  it('goes through what does not wait, and stands at the question', () => {
    expect(begun().first).toBe('bonjour>next avis');
  });

  it('leaves a closed question by its choice, an open one without a word of the answer', () => {
    const { talk } = begun();
    expect(walked(talk.says('bien'))).toBe('avis>bien nom');
    expect(walked(talk.says('Awa Traoré'))).toBe('nom>answered fork>then content>next');
    expect(walked(talk.turn({ kind: 'result', result: { ok: true, value: 1 } }))).toBe(
      'suite>ok step6>next'.replace('step6', talk.set.flows.get('sondage')?.steps[6]?.key ?? ''),
    );
  });

  it('says that a question was asked again, and that it was given up for on_fail', () => {
    const { talk } = begun();
    expect(walked(talk.says('???'))).toBe('avis?');
    expect(walked(talk.says('???'))).toBe('avis>on_fail tant_pis>next');
  });

  it('names a call that failed', () => {
    const { talk } = begun();
    talk.says('mal');
    expect(walked(talk.says('x'))).toBe('nom>answered fork>else');
    const failed = talk.turn({ kind: 'result', result: { ok: false, code: 'failed' } });
    expect(walked(failed)).toBe('suite>fail tant_pis>next');
  });

  it('notes nothing of a question that is asked again after a side job', () => {
    const { talk } = begun();
    const { walk } = talk.turn({ kind: 'interrupt', flow: 'aide' });
    expect(walk.map(({ flow, step, exit }) => [flow, step, exit])).toEqual([['aide', 'aide', 'next']]);
  });

  it('says where a run was given up for another flow', () => {
    const { talk } = begun();
    expect(walked(talk.turn({ kind: 'start', flow: 'autre' }))).toBe('avis! quoi');
  });

  it('gives a run up once, where the flow no longer has the step it stood at', () => {
    const { talk } = begun();
    talk.set = buildSet({ sondage: 'steps: [{ ask: neuf, type: text }]\n', aide: AIDE, autre: AUTRE });
    expect(walked(talk.says('bien'))).toBe('avis!');
  });
});
