import { diceOf } from './dice.ts';
import { IDEAS } from './ideas.ts';
import type { DemoPerson } from './person.ts';
import type { DemoRegion } from './regions.ts';

/** What somebody invented thinks. Charts tell something, so opinions follow region and age. */
export interface Opinions {
  priority: Priority;
  idea: string;
  /** Whether they would come to a meeting. */
  comes: boolean;
}

export const PRIORITIES = ['securite', 'eau', 'ecole', 'travail', 'dialogue'] as const;
export type Priority = (typeof PRIORITIES)[number];

export function opinionsOf(seed: number, person: DemoPerson): Opinions {
  const dice = diceOf(seed, 'opinions', person.number);
  const priority = dice.weighed(weightsOf(person));
  return {
    priority,
    idea: dice.one(IDEAS[person.lang][priority]),
    comes: dice.is(COMES[person.region] + (person.age >= 30 ? 0.1 : 0)),
  };
}

type Weights = Record<Priority, number>;

function weightsOf({ region, age }: DemoPerson): Weights {
  const own = WEIGHTS[region];
  if (age < 20) return { ...own, ecole: own.ecole * 2 };
  if (age < 30) return { ...own, travail: own.travail * 1.8 };
  return age < 40 ? own : { ...own, dialogue: own.dialogue * 2, securite: own.securite * 1.3 };
}

/** Invented for the demonstration: not a finding about anybody. */
const SOUTH: Weights = { securite: 16, eau: 20, ecole: 20, travail: 26, dialogue: 18 };
const NORTH: Weights = { securite: 46, eau: 18, ecole: 8, travail: 10, dialogue: 18 };
const WEIGHTS: Readonly<Record<DemoRegion, Weights>> = {
  kayes: { ...SOUTH, eau: 34 },
  koulikoro: SOUTH,
  bamako: { ...SOUTH, travail: 40, eau: 10 },
  sikasso: { ...SOUTH, ecole: 30 },
  segou: { ...SOUTH, securite: 30 },
  mopti: { ...NORTH, dialogue: 34 },
  tombouctou: NORTH,
  gao: NORTH,
  kidal: NORTH,
};

const COMES: Readonly<Record<DemoRegion, number>> = {
  kayes: 0.58,
  koulikoro: 0.62,
  bamako: 0.5,
  sikasso: 0.6,
  segou: 0.66,
  mopti: 0.78,
  tombouctou: 0.72,
  gao: 0.7,
  kidal: 0.6,
};
