import { z } from 'zod';
import type { EffectItem, EffectKind, Fingerprint } from '../../../conversation/ports.ts';
import { readNumber } from '../model/update.ts';

/** What flows ask for: `do: updates.rate` with the item's `numero` and `utile`, true or false. */
export const RATE = 'updates.rate';

const ID_BYTES = 16;
/** Offsets below 2^40 leave room for any number of turns below 2^53, where numbers stop being exact. */
const OFFSET_BYTES = 5;

const params = z.strictObject({ item: z.string(), useful: z.boolean() });
export type RatingParams = z.infer<typeof params>;

/** One person's word about one item, whatever its version. */
export interface Rating {
  id: Buffer;
  /** `ML-2026-0042`. */
  item: string;
  useful: boolean;
  lang: string;
  /** Where they live, as far as they have said. */
  region: string | null;
  /** `YYYY-MM-DD`; nothing finer is kept (T6). */
  day: string;
  /** Order within the day. */
  v: number;
}

export interface RatingDeps {
  fingerprint: Fingerprint;
  /** The region somebody lives in, as far as they have said. */
  regionOf: (person: string) => Promise<string | null>;
}

/** One tap under an item; the last one counts, and each person once. */
export const ratingEffect = (
  deps: RatingDeps & { keep(ratings: readonly Rating[]): Promise<void> },
): EffectKind<RatingParams> => ({
  name: 'updates.rating',
  params,
  from(event) {
    if (event.kind !== 'asked_for' || event.effect !== RATE) return [];
    const { numero, utile } = event.params;
    if (typeof utile !== 'boolean' || typeof numero !== 'string') return [];
    return readNumber(numero) === undefined ? [] : [{ item: numero, useful: utile }];
  },
  async apply(batch) {
    if (batch.length > 0) await deps.keep(await Promise.all(batch.map((item) => ratingOf(item, deps))));
  },
});

/** Another key for each item: a person's ratings have nothing in common. The same for all their channels. */
export const ratingKey = (fingerprint: Fingerprint, person: string, item: string): Buffer =>
  fingerprint('update-rating', person, item).subarray(0, ID_BYTES);

async function ratingOf(
  { context, params: { item, useful }, rev }: EffectItem<RatingParams>,
  { fingerprint, regionOf }: RatingDeps,
): Promise<Rating> {
  const { person, conversation, lang, day } = context;
  // An offset for each item too: one for the whole talk would tell which ratings are of one talk.
  const offset = fingerprint('update-rating-order', conversation, item).readUIntBE(0, OFFSET_BYTES);
  return {
    ...{ id: ratingKey(fingerprint, person, item), item, useful, lang, day },
    region: await regionOf(person),
    v: offset + rev,
  };
}
