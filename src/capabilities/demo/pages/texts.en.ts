import type { DemoTexts } from './texts.fr.ts';

/** The words of the demonstration's pages, in English. */
export const DEMO_EN: DemoTexts = {
  title: 'Demonstration',
  lead: 'An invented campaign of three months, to get to know every page before real answers come in.',
  offerTitle: 'Look around with invented data',
  what: 'Some 300 invented people answer the survey, read updates and sign up for events, in French and Bambara. Nothing is sent to anybody.',
  undo: 'Every page says that they are invented; all of it can be cleared at once, and nothing else is touched.',
  load: 'Load the demonstration campaign',
  again: 'Load it again from the start',
  clear: 'Clear the demonstration',
  clearTitle: 'Clear',
  clearWhat:
    'The invented people, their answers, their sign-ups and everything published for them disappear. Real data stay as they are.',
  production:
    'This installation is in production: the demonstration cannot be loaded from this page. If this is not a real campaign: benkan demo load --yes-this-is-not-live.',
  realPeople: (n) =>
    n === 1
      ? 'One real person has written here already. Their data will not be touched, but the figures will mix.'
      : `${String(n)} real people have written here already. Their data will not be touched, but the figures will mix.`,
  notLive: 'This is not a real campaign: load it all the same',
  progress: 'Progress',
  refresh: 'This page updates by itself.',
  look: 'Refresh',
  toOverview: 'See the overview',
  states: {
    none: 'No demonstration is loaded.',
    loading: 'The demonstration is being loaded',
    loaded: 'The demonstration is loaded.',
    clearing: 'The demonstration is being cleared',
    interrupted: 'Loading was interrupted: a part of the demonstration is here.',
  },
  underWay: (state, percent) => `${state}: ${String(percent)}%`,
  notices: {
    none: '',
    loading: 'Demonstration data: being loaded right now.',
    loaded: 'Demonstration data: these people and their answers are invented.',
    clearing: 'Demonstration data: being cleared right now.',
    interrupted: 'Demonstration data, incomplete: loading was interrupted.',
  },
  seeProgress: 'See how far it is',
  refusals: {
    demo_loaded: 'The demonstration is loaded already.',
    demo_busy: 'It is being loaded or cleared already.',
    demo_live: 'Real people have written here: tick the box to confirm.',
  },
};
