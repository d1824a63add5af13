/** Words of maps, in French. */
export const MAPS_FR = {
  nobody: 'aucune réponse',
  hidden: 'masqué',
  offMap: (names: string): string => `Pas sur la carte, mais dans le tableau : ${names}.`,
  units: 'Sur une carte : les neuf unités d’avant 2012',
  unitsWhat:
    'Les régions d’aujourd’hui additionnées selon les unités dont elles sont issues. Une unité dont une région est masquée l’est aussi.',
  upTo: (most: string): string => `jusqu’à ${most}`,
};

export type MapTexts = typeof MAPS_FR;
