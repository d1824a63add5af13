/** What an item is about; a closed list, so that a person can choose among them. The words stand in `nouvelles.yaml`. */
export const THEMES = [
  'accord',
  'dialogue',
  'charte',
  'reconciliation',
  'institutions',
  'securite',
  'voisins',
] as const;
export type Theme = (typeof THEMES)[number];
