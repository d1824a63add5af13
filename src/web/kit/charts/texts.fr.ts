/** Words of charts, in French. */
export const CHARTS_FR = {
  table: 'Les chiffres en tableau',
  hidden: 'masqué',
  interval: (low: string, high: string): string => `de ${low} à ${high}`,
  less: 'moins',
  more: 'plus',
  none: 'aucune réponse',
};

export type ChartTexts = typeof CHARTS_FR;
