import { z } from 'zod';
import type { Prompt, Sealer } from '../../../conversation/ports.ts';
import type { Due, DueKind } from '../../../schedule/due-dates.ts';
import { numberWords, readNumber, type Update, type UpdateNumber } from '../model/update.ts';
import { conversationPlace } from '../subscriptions/subscription.ts';
import type { Subscriber, SubscriptionsStore } from '../subscriptions/subscriptions-store.ts';
import { type Whom, whomOf } from '../subscriptions/wish.ts';
import { type AtNight, isUrgent, mayGoAt } from './night.ts';
import { type PagedDeps, sendPaged, type Standing } from './paged.ts';

export const SEND = 'updates.send';
/** The flow that says an item to whoever subscribed. */
export const NOTICE_FLOW = 'nouvelle-publiee';

const SECOND_MS = 1000;
/** The due-date is set before the item is published, so that no crash lies between; later than this it never will be. */
const LATE_MS = 60_000;

export interface SendDeps extends PagedDeps {
  subscriptions: SubscriptionsStore;
  /** Any organisation's. */
  item(id: string): Promise<Update | undefined>;
  prompt: Prompt;
  sealer: Sealer;
  /** What goes out at night. */
  atNight: AtNight;
}

/**
 * Sends one version of an item to everybody who wants it at once, by theme, region and rhythm. At night it rests, even
 * half-way, and goes on at seven.
 */
export const sendDue = (deps: SendDeps): DueKind => ({
  kind: SEND,
  async run({ params }, now) {
    const { update, version, since } = read.parse(params);
    const { subscriptions } = deps;
    const item = await deps.item(update);
    if (item?.state === 'verified') return now - since > LATE_MS ? undefined : { again: now + SECOND_MS };
    if (item?.number === undefined) return undefined;
    const [whom, number] = [whomOf(item.content), numberWords(item.number)];
    return sendPaged(deps, {
      ...{ update, version },
      count: () => subscriptions.count(whom),
      stands: () => standing(deps, update),
      page: (after, limit) => subscriptions.page(after, limit, whom),
      tell: (subscriber) => tell(deps, subscriber, whom, { number, version }),
    });
  },
});

/** What {@link sendOf} set. */
const read = z.object({ update: z.string(), version: z.number(), since: z.number() });

/** The due-date that sends an item; setting it again moves it. */
export const sendOf = (update: string, version: number, since: number, at: number): Due => ({
  kind: SEND,
  id: `${update}:${String(version)}`,
  at,
  params: { update, version, since },
});

/** A withdrawal is looked for before each page: what is withdrawn goes no further. */
async function standing(deps: SendDeps, update: string): Promise<Standing> {
  const found = await deps.item(update);
  if (found?.state !== 'published') return 'over';
  const now = deps.clock.now();
  const at = mayGoAt(now, deps.atNight, isUrgent(found));
  return at > now ? { until: at } : 'go';
}

/** The prompt that tells one subscriber of a version of an item. */
export const noticeId = (number: string, version: number): string => `update:${number}:${String(version)}`;

/** The item and version a prompt of a send was about; `undefined` for any other prompt. */
export function readNotice(id: string): { number: UpdateNumber; version: number } | undefined {
  const [, words = '', version = ''] = /^update:([^:]+):(\d+)$/u.exec(id) ?? [];
  const number = readNumber(words);
  return number === undefined ? undefined : { number, version: Number(version) };
}

/** Whether it was still wanted at the last moment before the talk itself. */
async function tell(
  { subscriptions, prompt, sealer }: SendDeps,
  { id, conversation }: Subscriber,
  whom: Whom,
  { number, version }: { number: string; version: number },
): Promise<boolean> {
  if (!(await subscriptions.isActive(id, whom))) return false;
  const receipt = await prompt({
    conversation: sealer.open(conversation, conversationPlace(id)),
    id: noticeId(number, version),
    flow: NOTICE_FLOW,
    params: { numero: number, version },
    lane: 'broadcast',
  });
  return receipt !== 'gone';
}
