import type { PublishingTexts } from './texts.fr.ts';

/** Words of the page on which results are published, in English. */
export const PUBLISHING_EN: PublishingTexts = {
  link: 'Publish the results',
  title: (survey) => `Publish: ${survey}`,
  lead: 'What everybody will be able to read, without an account. One person proposes, another checks and publishes.',
  back: '← This survey',
  now: 'Read by everybody',
  nothingYet: 'Nothing of this survey is published.',
  isOut: (edition, day) => `Edition ${edition}, published on ${day}, is on the public pages.`,
  wasOut: (edition, day) =>
    `Edition ${edition} was withdrawn on ${day}. The public page says so, without any figure.`,
  see: 'See the public page',
  withdraw: 'Withdraw from the public pages',
  withdrawHint: 'Within a minute everybody sees that these results were withdrawn. One person is enough.',
  waiting: 'Waiting for a second person',
  proposedBy: (name, day) => `Proposed by ${name} on ${day}. Figures frozen at that moment.`,
  someone: 'a deleted account',
  invented: 'an invented person (example)',
  publish: 'I have checked everything: publish',
  reject: 'Set this proposal aside',
  own: 'You proposed these figures: another person has to check them.',
  preview: 'Preview: exactly what will appear',
  propose: 'Propose these results',
  proposeHint:
    'The figures are frozen at the moment you propose them. They do not move any more, even if new answers come in.',
  rule: 'Shares only, numbers of people in tens, nothing about fewer than 10 people, not even by subtracting questions, languages or editions.',
  people: (n) => `At least ${n} people`,
  obstacles: {
    too_few: 'There are not enough answers: a question needs at least 30 before any figure of it appears.',
    too_close:
      'Too close to an edition that is already published: comparing the two could single out fewer than 10 people. Wait for more answers.',
    waits: 'A proposal is waiting already. Publish it or set it aside first.',
  },
  refusedTitle: 'It was not done',
  refused: {
    changed: 'Meanwhile somebody else published, set aside or withdrew these results. See how things stand.',
    own_work: 'You proposed these figures: another person has to publish them.',
    same_hands:
      'The account that proposed these figures and yours went through the same hands: they are not two people.',
  },
  notFoundTitle: 'Not found',
  notFound: 'This survey does not exist, or not any more.',
  flashes: {
    proposed: 'Proposed. Another person can now check and publish.',
    published: 'Published. Everybody can read these results.',
    rejected: 'The proposal is set aside.',
    withdrawn: 'Withdrawn from the public pages.',
  },
};
