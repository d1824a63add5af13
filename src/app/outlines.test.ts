import { expect, it } from '@jest/globals';
import { buildSet } from '../../test/engine/talk.ts';
import { surveyOutlines } from './outlines.ts';

it('F1: a survey is outlined by its questions and its results, in the order of the flow', () => {
  const steps = [
    'ask: besoins\n    type: multi\n    choices: [eau, ecole]',
    'result: combien\n    value: size(answers.besoins)\n    category: \'has(answers.besoins) ? "un" : "zero"\'',
    'ask: ordre\n    type: rank\n    choices: [eau, ecole]',
    'say: merci',
  ];
  const flows = { f: `survey: s\nsteps:\n  - ${steps.join('\n  - ')}\n`, g: 'steps: [{ say: un }]' };
  expect(surveyOutlines(buildSet(flows))).toEqual([
    {
      id: 's',
      flow: 'f',
      hash: expect.any(String),
      questions: [
        { key: 'besoins', type: 'multi', choices: ['eau', 'ecole'] },
        { key: 'combien', type: 'choice', choices: [], computed: true },
        { key: 'ordre', type: 'rank', choices: ['eau', 'ecole'] },
      ],
    },
  ]);
});
