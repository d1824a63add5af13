/** Where a region stands on the tile map, and in which historic unit it lay. */
export interface Tile {
  slug: string;
  /** At most five letters, for the width of a phone. */
  short: string;
  column: number;
  row: number;
  /** Region of the 2009 census that it was a part of (project data, `parent_2009`). */
  unit: string;
}

/** The 19 regions and Bamako, each on a tile of one size, roughly where it lies. A cartogram: no border is drawn. */
export const TILES: readonly Tile[] = [
  { slug: 'taoudenit', short: 'Taou.', column: 5, row: 1, unit: 'tombouctou' },
  { slug: 'kidal', short: 'Kidal', column: 6, row: 1, unit: 'kidal' },
  { slug: 'tombouctou', short: 'Tomb.', column: 5, row: 2, unit: 'tombouctou' },
  { slug: 'gao', short: 'Gao', column: 6, row: 2, unit: 'gao' },
  { slug: 'menaka', short: 'Mén.', column: 7, row: 2, unit: 'gao' },
  { slug: 'nioro', short: 'Nioro', column: 2, row: 3, unit: 'kayes' },
  { slug: 'nara', short: 'Nara', column: 3, row: 3, unit: 'koulikoro' },
  { slug: 'mopti', short: 'Mopti', column: 4, row: 3, unit: 'mopti' },
  { slug: 'douentza', short: 'Doue.', column: 5, row: 3, unit: 'mopti' },
  { slug: 'kayes', short: 'Kayes', column: 1, row: 4, unit: 'kayes' },
  { slug: 'kita', short: 'Kita', column: 2, row: 4, unit: 'kayes' },
  { slug: 'koulikoro', short: 'Koul.', column: 3, row: 4, unit: 'koulikoro' },
  { slug: 'segou', short: 'Ségou', column: 4, row: 4, unit: 'segou' },
  { slug: 'bandiagara', short: 'Band.', column: 5, row: 4, unit: 'mopti' },
  { slug: 'bamako', short: 'Bko', column: 2, row: 5, unit: 'bamako' },
  { slug: 'dioila', short: 'Dioï.', column: 3, row: 5, unit: 'koulikoro' },
  { slug: 'san', short: 'San', column: 4, row: 5, unit: 'segou' },
  { slug: 'bougouni', short: 'Boug.', column: 2, row: 6, unit: 'sikasso' },
  { slug: 'sikasso', short: 'Sika.', column: 3, row: 6, unit: 'sikasso' },
  { slug: 'koutiala', short: 'Kout.', column: 4, row: 6, unit: 'sikasso' },
];
