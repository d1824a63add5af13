import type { mongo } from 'mongoose';
import type { Theme } from '../model/themes.ts';
import { EVERYTHING, RHYTHMS, type Rhythm, type Whom, type Wish } from './wish.ts';

/** What is stored of a wish; of a subscription from before there were any it is missing, which means everything. */
export interface StoredWish {
  rhythm?: Rhythm;
  /** Missing: all of them. */
  themes?: Theme[];
  /** Missing: everywhere. */
  region?: string;
}

/** A search for active subscriptions, and the index that finds them in the order of their ids. */
export interface Wanted<Stored> {
  filter: mongo.Filter<Stored>;
  hint: 'active' | 'by_rhythm' | 'by_region';
}

/**
 * Who of the active ones is meant. Rhythm and region are points of an index that goes on with the id, so that a page is
 * read where the last one ended, however few there are among many; the few themes are looked at in what that finds.
 */
export function wantedBy<Stored extends StoredWish & { active: boolean }>({
  rhythms,
  theme,
  region,
}: Whom): Wanted<Stored> {
  const everyRhythm = rhythms.length === RHYTHMS.length;
  return {
    filter: {
      active: true,
      // A region's index begins with the rhythm: its points are named even where every one will do.
      ...(everyRhythm && region === undefined ? {} : { rhythm: { $in: pointsOf(rhythms) } }),
      ...(region === undefined ? {} : { region: { $in: [null, region] } }),
      ...(theme === undefined ? {} : { themes: { $in: [null, theme] } }),
    } as mongo.Filter<Stored>,
    hint: region !== undefined ? 'by_region' : everyRhythm ? 'active' : 'by_rhythm',
  };
}

/** As it is stored: what means everything is not written down. */
export const storedWish = ({ rhythm, themes, region }: Wish): StoredWish => ({
  ...(rhythm === EVERYTHING.rhythm ? {} : { rhythm }),
  ...(themes.length === 0 ? {} : { themes: [...themes] }),
  ...(region === null ? {} : { region }),
});

export const wishIn = ({ rhythm, themes, region }: StoredWish): Wish => ({
  rhythm: rhythm ?? EVERYTHING.rhythm,
  themes: themes ?? EVERYTHING.themes,
  region: region ?? EVERYTHING.region,
});

/** What is missing is found by null. */
const pointsOf = (rhythms: readonly Rhythm[]): (Rhythm | null)[] =>
  rhythms.map((rhythm) => (rhythm === EVERYTHING.rhythm ? null : rhythm));
