import type { ChartTexts } from './texts.fr.ts';

/** Words of charts, in English. */
export const CHARTS_EN: ChartTexts = {
  table: 'The figures as a table',
  hidden: 'hidden',
  interval: (low, high) => `from ${low} to ${high}`,
  less: 'less',
  more: 'more',
  none: 'no answer',
};
