import type { MapTexts } from './texts.fr.ts';

/** Words of maps, in English. */
export const MAPS_EN: MapTexts = {
  nobody: 'no answer',
  hidden: 'hidden',
  offMap: (names) => `Not on the map, but in the table: ${names}.`,
  units: 'On a map: the nine units before 2012',
  unitsWhat:
    'Today’s regions added up by the units they were made from. A unit with a hidden region is hidden too.',
  upTo: (most) => `up to ${most}`,
};
