import type { OverviewTexts } from './texts.fr.ts';

/** Words of the overview, in English. */
export const OVERVIEW_EN: OverviewTexts = {
  title: 'Overview',
  lead: (name) => `Hello ${name}.`,
  waits: 'Waiting for you',
  nothing: 'Nothing is waiting right now.',
  levels: { red: 'Urgent', amber: 'To do', calm: 'Good to know' },
  asOf: (time) => `Counted at ${time}.`,
  unread:
    'Some of what is waiting could not be counted. Reload the page in a moment; if this goes on, tell an administrator.',
  pages: 'Pages',
  emptyTitle: 'Nothing to do here for now',
  empty: 'Your role does not open any page yet. An administrator can give you another one.',
};
