import type { Fingerprint } from '../../../conversation/ports.ts';
import { ratingKey } from './rating.ts';
import type { RatingsStore } from './ratings-store.ts';

/** A person's ratings, found item by item: nothing stored says whose they are. */
export interface OwnedRatings {
  /** How many went. Safe to repeat. */
  erase(person: string): Promise<number>;
  /** What `from` rated is what `to` rated, as if they had been one all along: the newest word counts. Safe to repeat. */
  unite(from: string, to: string): Promise<void>;
}

export const ownedRatings = (ratings: RatingsStore, fingerprint: Fingerprint): OwnedRatings => ({
  async erase(person) {
    const items = await ratings.items();
    return ratings.erase(items.map((item) => ratingKey(fingerprint, person, item)));
  },

  async unite(from, to) {
    for (const item of await ratings.items()) {
      const theirs = await ratings.find(ratingKey(fingerprint, from, item));
      if (theirs === null) continue;
      // Written before it is taken away: a crash in between leaves two of it, and the next time one.
      await ratings.keep([{ ...theirs, id: ratingKey(fingerprint, to, item) }]);
      await ratings.remove(theirs);
    }
  },
});
