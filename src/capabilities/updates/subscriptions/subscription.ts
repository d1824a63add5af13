import { z } from 'zod';
import type { EffectItem, EffectKind, Fingerprint, Sealer } from '../../../conversation/ports.ts';
import type { EngineEvent } from '../../../engine/types.ts';
import { SUBSCRIPTIONS } from '../collections.ts';
import { THEMES } from '../model/themes.ts';
import { readWish, RHYTHMS, type Wish } from './wish.ts';

/** What flows ask for. */
export const SUBSCRIBE = 'updates.subscribe';
export const UNSUBSCRIBE = 'updates.unsubscribe';
/** Subscribes, to what is said of rhythm, themes and region; all three, so that the last word holds whatever came before. */
export const CHOOSE = 'updates.choose';

const ID_BYTES = 16;
const TALK_BYTES = 8;
/** Offsets below 2^40 leave room for any number of turns below 2^53, where numbers stop being exact. */
const OFFSET_BYTES = 5;

const params = z.union([
  z.strictObject({ change: z.enum(['on', 'off', 'stopped', 'back']) }),
  z.strictObject({
    change: z.literal('chosen'),
    wish: z.strictObject({
      rhythm: z.enum(RHYTHMS),
      themes: z.array(z.enum(THEMES)),
      region: z.string().nullable(),
    }),
  }),
]);
export type SubscriptionParams = z.infer<typeof params>;

/** A change of one person's subscription, in the order of their talk. */
export interface SubscriptionChange {
  id: Buffer;
  change: SubscriptionParams['change'];
  /** Of `chosen`. */
  wish?: Wish;
  /** Which talk it came from, for its order only. */
  talk: Buffer;
  rev: number;
  day: string;
  lang: string;
  /** Where the news goes, sealed: in clear it would join this collection with the talks. */
  conversation: Buffer;
}

/**
 * Subscribing, choosing and leaving, and "stop", which lets all news rest at once over all channels of a person until they
 * are back. One kind for all: effects of one kind are applied in the order of the turns.
 */
export const subscriptionEffect = (deps: {
  fingerprint: Fingerprint;
  sealer: Sealer;
  change(changes: readonly SubscriptionChange[]): Promise<void>;
}): EffectKind<SubscriptionParams> => ({
  name: 'updates.subscription',
  params,
  from(event) {
    const change = changeBy(event);
    return change === undefined ? [] : [change];
  },
  async apply(batch) {
    if (batch.length > 0) await deps.change(batch.map((item) => changeOf(item, deps)));
  },
});

/** Who subscribed, under a key of this purpose: the same for all channels of a person. */
export const subscriberKey = (fingerprint: Fingerprint, person: string): Buffer =>
  fingerprint('update-subscriber', person).subarray(0, ID_BYTES);

/** Where a sealed conversation id belongs. */
export const conversationPlace = (id: Uint8Array): string =>
  `${SUBSCRIPTIONS}/conversation/${Buffer.from(id).toString('hex')}`;

/** Keeps the order within a talk, and the revision from being matched with the one in `conversations` (T6). */
const offsetOf = (fingerprint: Fingerprint, conversation: string): number =>
  fingerprint('update-order', conversation).readUIntBE(0, OFFSET_BYTES);

function changeBy(event: EngineEvent): SubscriptionParams | undefined {
  if (event.kind === 'profile_changed' && event.path === 'stopped')
    return { change: event.value === true ? 'stopped' : 'back' };
  if (event.kind !== 'asked_for') return undefined;
  if (event.effect === SUBSCRIBE) return { change: 'on' };
  if (event.effect === UNSUBSCRIBE) return { change: 'off' };
  const wish = event.effect === CHOOSE ? readWish(event.params) : undefined;
  return wish === undefined ? undefined : { change: 'chosen', wish: { ...wish, themes: [...wish.themes] } };
}

function changeOf(
  { context, params: asked, rev }: EffectItem<SubscriptionParams>,
  { fingerprint, sealer }: { fingerprint: Fingerprint; sealer: Sealer },
): SubscriptionChange {
  const id = subscriberKey(fingerprint, context.person);
  return {
    ...{ id, ...asked, day: context.day, lang: context.lang },
    rev: offsetOf(fingerprint, context.conversation) + rev,
    talk: fingerprint('update-talk', context.conversation).subarray(0, TALK_BYTES),
    conversation: sealer.seal(context.conversation, conversationPlace(id)),
  };
}
