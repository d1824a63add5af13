import { type Dice, diceOf } from './dice.ts';
import { type DemoRegion, POPULATION_2009, REGION_WAYS } from './regions.ts';

/** Somebody invented. */
export interface DemoPerson {
  /** Counted from 0; with the seed it says everything about them. */
  number: number;
  lang: 'fr' | 'bm';
  age: number;
  region: DemoRegion;
  /** As they write it. */
  place: string;
  /** How the first talk goes: most agree. */
  begins: 'agrees' | 'refuses' | 'leaves';
  /** How they answer: with buttons, with digits, in words, or in words full of slips. */
  hand: 'taps' | 'digits' | 'words' | 'slips';
  sex: 'femme' | 'homme' | 'non_dit';
  /** What they want to be called as a volunteer. */
  nickname: string;
}

/** Inventing the same number under the same seed gives the same person. */
export function inventPerson(seed: number, number: number): DemoPerson {
  const dice = diceOf(seed, 'person', number);
  const region = dice.weighed(POPULATION_2009);
  const { places, bambara } = REGION_WAYS[region];
  return {
    number,
    region,
    lang: dice.is(bambara) ? 'bm' : 'fr',
    age: ageOf(dice),
    place: dice.one(places),
    begins: dice.weighed({ agrees: 90, refuses: 6, leaves: 4 }),
    hand: dice.weighed({ taps: 62, digits: 14, words: 14, slips: 10 }),
    sex: dice.weighed({ homme: 54, femme: 43, non_dit: 3 }),
    nickname: `${dice.one(NICKNAMES)} ${dice.between(1, 99)}`,
  };
}

/** Things, so that nobody real is meant. */
const NICKNAMES = [
  'Soleil',
  'Baobab',
  'Tamani',
  'Karité',
  'Djembé',
  'Étoile',
  'Fleuve',
  'Kora',
  'Néré',
  'Dune',
];

/** The campaign is for young people; some are too young for the survey, some have grown children. */
function ageOf(dice: Dice): number {
  const band = dice.weighed({ child: 4, teen: 22, twenties: 40, thirties: 22, elder: 12 });
  const [low, high] = AGES[band];
  return dice.between(low, high);
}

const AGES = {
  child: [11, 14],
  teen: [15, 19],
  twenties: [20, 29],
  thirties: [30, 39],
  elder: [40, 67],
} as const;
