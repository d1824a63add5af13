/** Where invented people live: the nine regions of the census of 2009, for which there are definitive counts. */
export const POPULATION_2009 = {
  kayes: 1_993_615,
  koulikoro: 2_422_108,
  bamako: 1_810_366,
  sikasso: 2_643_179,
  segou: 2_338_349,
  mopti: 2_036_209,
  tombouctou: 674_793,
  gao: 542_304,
  kidal: 67_739,
} as const;

export type DemoRegion = keyof typeof POPULATION_2009;

interface Ways {
  /** Towns and cercles as people write them, some with a slip. */
  places: readonly string[];
  /** Share that chooses Bambara. */
  bambara: number;
}

export const REGION_WAYS: Readonly<Record<DemoRegion, Ways>> = {
  kayes: { places: ['Kayes', 'Nioro', 'Yélimané', 'Bafoulabé', 'kayes'], bambara: 0.4 },
  koulikoro: { places: ['Koulikoro', 'Kati', 'Kati', 'Banamba', 'Kulukɔrɔ', 'koulikoro'], bambara: 0.65 },
  bamako: { places: ['Bamako', 'bamako', 'Bamakɔ', 'BKO'], bambara: 0.5 },
  sikasso: { places: ['Sikasso', 'Koutiala', 'Kadiolo', 'Sikaso', 'Yorosso'], bambara: 0.6 },
  segou: { places: ['Ségou', 'Segu', 'Niono', 'Bla', 'segou'], bambara: 0.7 },
  mopti: { places: ['Mopti', 'Djenné', 'Bankass', 'Koro', 'Moti'], bambara: 0.35 },
  tombouctou: { places: ['Tombouctou', 'Goundam', 'Diré', 'tombouctou'], bambara: 0.1 },
  gao: { places: ['Gao', 'Ansongo', 'Bourem', 'Gao ville'], bambara: 0.1 },
  kidal: { places: ['Kidal', 'Tessalit'], bambara: 0.05 },
};
