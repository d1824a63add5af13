import type { EventKind } from '../events/event.ts';

/** An invented activity. */
export interface DemoEvent {
  kind: EventKind;
  /** Days after the demonstration begins; after the last day they are still to come. */
  day: number;
  /** Hour of the day, UTC as in Bamako. */
  hour: number;
  /** In Bambara only with words of the glossary and the parallel sentences; French where they have none. */
  title: { fr: string; bm: string | null };
  region: string;
  place: string;
  exact: string | null;
  capacity: number;
  minAge: 15 | 18;
  /** Where it does not simply open and take place. */
  ends?: 'cancelled' | 'closed' | 'draft';
}

/** One a week or so, in the towns of the campaign; some fill up, one is cancelled, one is not yet open. */
export const PROGRAMME: readonly DemoEvent[] = [
  event(10, 'sport', 'Match de la paix', null, 'Bamako, terrain de quartier', 12),
  event(17, 'projection', 'Film et débat', null, 'Ségou, maison des jeunes', 20),
  event(25, 'gare', 'Information à la gare', null, 'Sikasso, gare routière', 4, 18),
  { ...event(31, 'sketch', 'Sketch au marché', null, 'Kayes, grand marché', 12), ends: 'cancelled' },
  event(38, 'sport', 'Tournoi des quartiers', null, 'Mopti, stade', 14),
  event(46, 'media', 'Émission de radio', null, 'Koulikoro, radio locale', 4, 18),
  event(54, 'libre', 'Plantation d’arbres', null, 'Kati, école', 12),
  event(61, 'projection', 'Film en plein air', null, 'Tombouctou, place publique', 8),
  event(69, 'sport', 'Course de la paix', 'Bɛn boli', 'Bamako, bord du fleuve', 25),
  event(76, 'gare', 'Information à la gare', null, 'Ségou, gare routière', 4, 18),
  event(84, 'sketch', 'Théâtre des jeunes', null, 'Sikasso, centre culturel', 8),
  event(94, 'sport', 'Match de la paix', null, 'Gao, terrain de quartier', 10),
  event(97, 'libre', 'Journée de propreté', null, 'Bamako, commune I', 10),
  event(103, 'projection', 'Film et débat', null, 'Mopti, maison des jeunes', 25),
  { ...event(110, 'media', 'Émission de radio', null, 'Kayes, radio locale', 4, 18), ends: 'closed' },
  { ...event(118, 'sport', 'Tournoi final', null, 'Bamako, stade', 40), ends: 'draft' },
];

function event(
  day: number,
  kind: EventKind,
  fr: string,
  bm: string | null,
  place: string,
  capacity: number,
  minAge: 15 | 18 = 15,
): DemoEvent {
  const hour = kind === 'projection' ? 19 : 16;
  const exact = kind === 'gare' ? null : 'Entrée principale, une demi-heure avant (exemple)';
  return { day, hour, kind, title: { fr, bm }, region: regionOf(place), place, exact, capacity, minAge };
}

/** By the town a place begins with; Kati lies in the region of Koulikoro. */
function regionOf(place: string): string {
  const [town = ''] = place.split(',');
  if (town === 'Kati') return 'koulikoro';
  return town.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
