import { z } from 'zod';
import type { CallContext, CallKind, Fingerprint } from '../../../conversation/ports.ts';
import type { Value } from '../../../engine/types.ts';
import { staleSince } from '../model/stale.ts';
import { readNumber, type Update } from '../model/update.ts';
import type { PublishedStore } from '../published-store.ts';
import type { Receipts } from '../receipts/ports.ts';
import { subscriberKey } from '../subscriptions/subscription.ts';
import type { SubscriptionsStore } from '../subscriptions/subscriptions-store.ts';
import { whomOf } from '../subscriptions/wish.ts';
import { type Weighing, weightOf } from './picture-call.ts';
import { type Telling, told } from './told.ts';

export interface CallDeps extends Telling, Weighing {
  published: PublishedStore;
  subscriptions: SubscriptionsStore;
  fingerprint: Fingerprint;
  receipts: Pick<Receipts, 'versionOf'>;
}

/** The newest item, or the one after `apres`; `numero` is null where there is none. */
export const readCall = (deps: CallDeps): CallKind => ({
  name: 'updates.read',
  kind: 'reads',
  params: z.strictObject({ apres: z.string().max(20).nullable() }),
  async run({ apres }, { person, lang, day, channel }) {
    const after = typeof apres === 'string' ? readNumber(apres) : undefined;
    return shownTo(deps, { person, lang, day, channel }, await deps.published.next(after, day));
  },
});

/**
 * The item a shared link names, in the version that holds. `numero` is null for what nobody may read, or what has left the
 * menus: one that is unknown, no more than a draft, withdrawn or past its day of review.
 */
export const sharedCall = (deps: CallDeps): CallKind => ({
  name: 'updates.shared',
  kind: 'reads',
  params: z.strictObject({ numero: z.string().max(MAX_GIVEN) }),
  async run({ numero }, { person, lang, day, channel }) {
    const number = readNumber(String(numero));
    const item = number === undefined ? undefined : await deps.published.byNumber(number);
    const holds = item !== undefined && staleSince(item.content, day) === undefined;
    return shownTo(deps, { person, lang, day, channel }, holds ? item : undefined);
  },
});

/** Anybody may write what stands behind a link, as far as flows take it. */
const MAX_GIVEN = 64;

type Reader = Pick<CallContext, 'person' | 'lang' | 'day' | 'channel'>;

/** An item as `nouvelles` says it, with what its reader may do next. */
async function shownTo(
  deps: CallDeps,
  { person, lang, day, channel }: Reader,
  item: Update | undefined,
): Promise<Record<string, Value>> {
  const subscribed = deps.subscriptions.isActive(subscriberKey(deps.fingerprint, person));
  if (item?.number === undefined)
    return { numero: null, abonne: await subscribed, suite: false, image: null };
  const [abonne, further, image] = await Promise.all([
    subscribed,
    deps.published.next(item.number, day),
    weightOf(deps, item.content, channel),
  ]);
  return { ...told(item, lang, deps), image, abonne, suite: further !== undefined };
}

/**
 * What a publication says to a subscriber, asked in their own turn: whoever has left or chosen otherwise meanwhile, and an
 * item withdrawn meanwhile, get `voulue: false`, and nothing is said.
 */
export const noticeCall = (deps: CallDeps): CallKind => ({
  name: 'updates.notice',
  kind: 'reads',
  params: z.strictObject({ numero: z.string().max(20), version: z.number().int() }),
  async run({ numero, version }, { person, lang, channel }) {
    const number = readNumber(String(numero));
    const item = number === undefined ? undefined : await deps.published.byNumber(number);
    const newest = item?.publication?.version;
    if (item?.number === undefined || newest === undefined || newest !== version) return { voulue: false };
    const key = subscriberKey(deps.fingerprint, person);
    if (!(await deps.subscriptions.isActive(key, whomOf(item.content)))) return { voulue: false };
    // Of a correction: told already, as somebody who had the former version.
    if (newest > 1 && ((await deps.receipts.versionOf(person, item.number)) ?? 0) >= newest)
      return { voulue: false };
    const image = await weightOf(deps, item.content, channel);
    return { ...told(item, lang, deps), image, voulue: true };
  },
});
