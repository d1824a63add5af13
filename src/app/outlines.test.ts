import { expect, it } from '@jest/globals';
import { buildSet } from '../../test/engine/talk.ts';
import type { TextKey } from '../engine/types.ts';
import { surveyOutlines } from './outlines.ts';

it('F1: a survey is outlined by its questions and its results, in the order of the flow', () => {
  const steps = [
    'ask: besoins\n    type: multi\n    choices: [eau, ecole]',
    'result: combien\n    value: size(answers.besoins)\n    category: \'has(answers.besoins) ? "un" : "zero"\'',
    'ask: ordre\n    type: rank\n    choices: [eau, ecole]',
    'say: merci',
  ];
  const flows = { f: `survey: s\nsteps:\n  - ${steps.join('\n  - ')}\n`, g: 'steps: [{ say: un }]' };
  expect(surveyOutlines(buildSet(flows), named())).toEqual([
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

it('S12: a survey is called by the text “titre” of its flow; where there is none it has no name', () => {
  const set = buildSet({ f: 'survey: s\nsteps: [{ say: un }]', g: 'survey: t\nsteps: [{ say: un }]' });
  const titles = surveyOutlines(set, named('f/titre', 'f/un')).map(({ title }) => title);
  expect(titles).toEqual([{ flow: 'f', key: 'titre' }, undefined]);
});

/** Texts that have French words. */
const named = (...texts: string[]) => ({
  fallback: 'fr',
  text: (lang: string, { flow, key }: TextKey) =>
    lang === 'fr' && texts.includes(`${flow}/${key}`) ? 'Un' : undefined,
});
