import { z } from 'zod';
import type { Prompt, Sealer } from '../../../conversation/ports.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { Due, DueDates, DueKind } from '../../../schedule/due-dates.ts';
import type { PublishedStore } from '../published-store.ts';
import { conversationPlace } from '../subscriptions/subscription.ts';
import type { SubscriptionsStore } from '../subscriptions/subscriptions-store.ts';
import { concerns, type Whom } from '../subscriptions/wish.ts';
import { digestAfter, type Weekday, weekName, weekOf } from './digest-when.ts';
import { type AtNight, mayGoAt } from './night.ts';
import { type PagedDeps, sendPaged } from './paged.ts';

export const DIGEST = 'updates.digest';
/** The flow that says the week's titles to whoever reads once a week. */
export const DIGEST_FLOW = 'nouvelles-semaine';
/** What it is called among the sends; its version is its day, as a number. */
export const DIGEST_SEND = 'digest';

/** Who reads once a week. */
export const WEEKLY: Whom = { rhythms: ['weekly'] };

const DAY_MS = 86_400_000;
/** After downtime a week's titles come late, but never so late that the next week's follow at once. */
const LATE_MS = 5 * DAY_MS;
/** A process may die between promising the week and publishing, and the item come out this much later. */
const LATEST_PUBLICATION_MS = 60_000;

export interface DigestDeps extends PagedDeps {
  subscriptions: SubscriptionsStore;
  published: Pick<PublishedStore, 'between'>;
  prompt: Prompt;
  sealer: Sealer;
  atNight: AtNight;
}

/**
 * Once a week, whoever chose so is told what was published in it and is still so: one message each, named by the week, so
 * that no crash makes two of it. A week is promised by what is published in it; where nothing was, nobody is written to.
 */
export const digestDue = (deps: DigestDeps): DueKind => ({
  kind: DIGEST,
  async run({ params }, now) {
    const { day } = read.parse(params);
    const { from, to } = weekOf(day);
    if (now - to > LATE_MS) return undefined;
    const items = await deps.published.between(from, to, dayOf(now));
    if (items.length === 0) return undefined;
    const { subscriptions, prompt, sealer } = deps;
    return sendPaged(deps, {
      ...{ update: DIGEST_SEND, version: versionOf(day) },
      count: () => subscriptions.count(WEEKLY),
      async stands() {
        const at = mayGoAt(deps.clock.now(), deps.atNight, false);
        return at > deps.clock.now() ? { until: at } : 'go';
      },
      page: (after, limit) => subscriptions.page(after, limit, WEEKLY),
      async tell({ id, conversation, wish }) {
        if (!items.some(({ content }) => concerns(wish, content))) return false;
        if (!(await subscriptions.isActive(id, WEEKLY))) return false;
        const receipt = await prompt({
          conversation: sealer.open(conversation, conversationPlace(id)),
          id: digestId(day),
          flow: DIGEST_FLOW,
          params: { semaine: day },
          lane: 'broadcast',
        });
        return receipt !== 'gone';
      },
    });
  },
});

const read = z.object({ day: z.iso.date() });

/**
 * Promises the week an item is about to come out in; before it is published, so that no crash lies between. At the very
 * end of a week both are promised, for nobody knows yet in which it will fall.
 */
export async function promiseDigest(
  dues: Pick<DueDates, 'set'>,
  now: number,
  weekday: Weekday,
): Promise<void> {
  const ends = [digestAfter(now, weekday), digestAfter(now + LATEST_PUBLICATION_MS, weekday)];
  for (const at of new Set(ends)) await dues.set(digestOf(at));
}

const digestOf = (at: number): Due => ({
  kind: DIGEST,
  id: weekName(at),
  at,
  params: { day: weekName(at) },
});

/** The prompt that brings one person a week's titles. */
export const digestId = (day: string): string => `digest:${day}`;

/** The send a prompt of a digest was about; `undefined` for any other prompt. */
export function readDigest(id: string): { update: string; version: number } | undefined {
  const [, day] = /^digest:(\d{4}-\d{2}-\d{2})$/u.exec(id) ?? [];
  return day === undefined ? undefined : { update: DIGEST_SEND, version: versionOf(day) };
}

const versionOf = (day: string): number => Number(day.replaceAll('-', ''));
