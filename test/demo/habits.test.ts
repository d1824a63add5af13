import { describe, expect, it } from '@jest/globals';
import { HABITS } from '../../src/capabilities/demo/talks/habits/index.ts';
import { shipped } from '../flows/shipped.ts';

/** Questions no invented person comes to; everything else they must know how to answer. */
const NEVER_ASKED = new Set(['langue/langue', 'volontaire/sur', 'nouvelles/mots']);
/** Flows their three months do not lead to: the campaign they live in asks one survey. */
const OTHER_SURVEYS = ['acces-information', 'avis', 'cohesion', 'sondages'];
/** Each has one account and keeps to one language; nothing was recorded for them, and nobody sends them anything. */
const OTHER_LIVES = [
  ...['autre-langue', 'ecouter', 'rejoindre', 'relier', 'separer', 'profils', 'qui', 'verif'],
  // They say of themselves what surveys ask, and nothing else.
  'profil',
  // They are citizens, and none of the team.
  'testeur',
];
const NEVER_BEGUN = new Set([...OTHER_SURVEYS, ...OTHER_LIVES]);

const asked = [...shipped.set.flows.values()]
  .filter(({ id }) => !NEVER_BEGUN.has(id))
  .flatMap(({ id, questions }) => questions.map(({ step }) => `${id}/${step}`));

describe('W15: invented people know the flows that come with Benkan', () => {
  it.each(Object.keys(HABITS))('%s is still asked', (question) => {
    expect(asked).toContain(question);
  });

  it.each(asked.filter((question) => !NEVER_ASKED.has(question)))('%s is answered', (question) => {
    expect(Object.keys(HABITS)).toContain(question);
  });
});
