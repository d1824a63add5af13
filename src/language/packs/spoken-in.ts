/** Where a language is spoken, by region of 2023. The census counts languages for the nation only: all rows are provisional. */
export interface SpokenIn {
  /** ISO 639, as the folder of a pack is called; a pack of a variety has the variety's. */
  langs: readonly string[];
  regions: readonly string[];
  source: string;
}

/**
 * Languages that are spoken more than Bambara somewhere, for which packs are expected. Regions that were cut out of a
 * named one in 2023 are taken with it. A pack that knows better says so in its `regions`.
 */
export const SPOKEN_IN: readonly SpokenIn[] = [
  {
    langs: ['son', 'ses', 'khq'],
    regions: ['gao', 'tombouctou', 'menaka'],
    source:
      'ethnologue.com, Mali: Koyraboro Senni [ses] (Gao), Koyra Chiini [khq] (Tombouctou, Diré, Goundam)',
  },
  {
    langs: ['ff', 'ffm', 'ful'],
    regions: ['mopti', 'douentza', 'bandiagara'],
    source:
      'ethnologue.com, Mali: Maasina Fulfulde [ffm], central Mali; lingua franca in the region of Mopti',
  },
  {
    langs: ['taq', 'tmh'],
    regions: ['kidal', 'menaka', 'tombouctou', 'gao', 'taoudenit'],
    source: 'ethnologue.com/language/taq: widespread in the regions of Tombouctou, Kidal and Gao',
  },
  {
    langs: ['mey'],
    regions: ['taoudenit', 'tombouctou', 'nara', 'nioro'],
    source:
      'ethnologue.com, Mali: Hasanya [mey], Nioro and Nara; with Koyra Chiini in Tombouctou and north of it',
  },
];

/** The regions of a language, where the table has it. */
export const regionsOf = (lang: string): readonly string[] =>
  SPOKEN_IN.find(({ langs }) => langs.includes(lang))?.regions ?? [];
