import { z } from 'zod';
import type { CallKind, Fingerprint } from '../../../conversation/ports.ts';
import { readNumber } from '../model/update.ts';
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
    const [item, abonne] = await Promise.all([
      deps.published.next(after, day),
      deps.subscriptions.isActive(subscriberKey(deps.fingerprint, person)),
    ]);
    if (item?.number === undefined) return { numero: null, abonne, suite: false, image: null };
    const [further, image] = await Promise.all([
      deps.published.next(item.number, day),
      weightOf(deps, item.content, channel),
    ]);
    return { ...told(item, lang, deps), image, abonne, suite: further !== undefined };
  },
});

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
