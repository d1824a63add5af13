import type { mongo } from 'mongoose';
import { readWithin, untilDurable } from '../../../../store/durable.ts';
import type { CardHash } from './card-hashes.ts';
import { CARDS } from './collections.ts';

const PATIENCE_MS = 2000;
/** All of ten years, and then some; some 10 MB. */
const MOST = 50_000;

interface StoredCard extends CardHash {
  _id: string;
  /** Day it was published. */
  day: string;
}

/** What our cards and pictures look like: two hashes each, kept because drawing a card anew takes a fifth of a second. */
export interface CardsStore {
  all(): Promise<(CardHash & { id: string })[]>;
  put(id: string, card: CardHash, day: string): Promise<void>;
}

export function cardsStore(db: mongo.Db): CardsStore {
  const cards = db.collection<StoredCard>(CARDS);
  return {
    all: () =>
      readWithin(async () => {
        const found = await cards.find({}, { limit: MOST }).toArray();
        return found.map(({ _id: id, number, kind, whole, title }) => ({ id, number, kind, whole, title }));
      }, PATIENCE_MS),
    put: (id, card, day) =>
      untilDurable(async () => {
        await cards.updateOne({ _id: id }, { $set: { ...card, day } }, { upsert: true });
      }, PATIENCE_MS),
  };
}
