import type { PeopleTexts } from './texts.fr.ts';

/** What staff read of people, in English. */
export const PEOPLE_EN: PeopleTexts = {
  title: 'Linked accounts',
  several: (n) => `${String(n)} people write from several accounts. Each counts once in surveys and events.`,
};
