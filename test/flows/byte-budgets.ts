/** The most one run of a flow may cost its person, in bytes: in words on any channel, and in sound for who listens. */
export interface Budget {
  words: number;
  listening: number;
}

/** About a fifth above what the dearest run of its transcripts costs; raising one is a decision somebody pays for. */
export const BUDGETS: Readonly<Record<string, Budget>> = {
  abonnement: { words: 3_800, listening: 60_000 },
  'acces-information': { words: 7_200, listening: 145_000 },
  accueil: { words: 3_800, listening: 205_000 },
  activites: { words: 5_100, listening: 135_000 },
  aide: { words: 3_000, listening: 125_000 },
  'autre-langue': { words: 3_500, listening: 60_000 },
  avis: { words: 3_200, listening: 80_000 },
  cohesion: { words: 6_500, listening: 155_000 },
  menu: { words: 6_100, listening: 105_000 },
  'mes-donnees': { words: 3_000, listening: 130_000 },
  nouvelles: { words: 3_000, listening: 125_000 },
  'ou-en-est-on': { words: 9_900, listening: 180_000 },
  parler: { words: 2_500, listening: 80_000 },
  profil: { words: 4_000, listening: 83_000 },
  questions: { words: 3_200, listening: 117_000 },
  'sondage-paix': { words: 4_900, listening: 185_000 },
  stop: { words: 3_200, listening: 105_000 },
  verif: { words: 1_000, listening: 82_000 },
  volontaire: { words: 8_600, listening: 200_000 },
};

const SMALL: Budget = { words: 3_000, listening: 60_000 };

/** A flow without a line of its own has the smallest. */
export const budgetOf = (flow: string): Budget => BUDGETS[flow] ?? SMALL;
