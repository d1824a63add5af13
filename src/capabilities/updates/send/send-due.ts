import { z } from 'zod';
import type { Prompt, Sealer } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import type { Due, DueKind } from '../../../schedule/due-dates.ts';
import { numberWords, readNumber, type Update, type UpdateNumber } from '../model/update.ts';
import { conversationPlace } from '../subscriptions/subscription.ts';
import type { Subscriber, SubscriptionsStore } from '../subscriptions/subscriptions-store.ts';
import type { Send, SendsStore } from './sends-store.ts';

export const SEND = 'updates.send';
/** The flow that says an item to whoever subscribed. */
export const NOTICE_FLOW = 'nouvelle-publiee';

/** Prompts a second: below Telegram's 30 for one bot, so that answers still find room. */
const A_SECOND = 25;
const SECOND_MS = 1000;
/** Seconds of work a run: far below what the runner allows one, so that other due-dates get their turn. */
const SECONDS_A_RUN = 20;
/** The due-date is set before the item is published, so that no crash lies between; later than this it never will be. */
const LATE_MS = 60_000;

export interface SendDeps {
  subscriptions: SubscriptionsStore;
  sends: SendsStore;
  /** Any organisation's. */
  item(id: string): Promise<Update | undefined>;
  prompt: Prompt;
  sealer: Sealer;
  clock: Clock;
  pause(ms: number): Promise<void>;
  /** The house is closing: the rest waits in the database. */
  stopping(): boolean;
}

/**
 * Sends one version of an item to everybody who subscribed, a page a second. Where it stands lies in the database, and
 * each prompt has an id of its own: killed at any point, it goes on and nobody has it twice.
 */
export const sendDue = (deps: SendDeps): DueKind => ({
  kind: SEND,
  async run({ params }, now) {
    const { update, version, since } = read.parse(params);
    const item = await deps.item(update);
    if (item?.state === 'verified') return now - since > LATE_MS ? undefined : { again: now + SECOND_MS };
    if (item?.number === undefined) return undefined;
    let send =
      (await deps.sends.find(update, version)) ??
      (await deps.sends.open({ update, version, of: await deps.subscriptions.count(), day: dayOf(now) }));
    for (let second = 0; second < SECONDS_A_RUN && !deps.stopping(); second += 1) {
      if (send.state !== 'running') return undefined;
      const began = deps.clock.now();
      send = await oneSecond(deps, send);
      await deps.pause(Math.max(0, SECOND_MS - (deps.clock.now() - began)));
    }
    return send.state === 'running' ? { again: deps.clock.now() } : undefined;
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

/** Serves one page. A withdrawal is looked for before each: what is withdrawn goes no further. */
async function oneSecond(deps: SendDeps, send: Send): Promise<Send> {
  const { sends, subscriptions } = deps;
  const item = await deps.item(send.update);
  if (item?.state !== 'published' || item.number === undefined) {
    await sends.end(send, 'withdrawn');
    return { ...send, state: 'withdrawn' };
  }
  const page = await subscriptions.page(send.cursor, A_SECOND);
  const last = page.at(-1);
  if (last === undefined) {
    await sends.end(send, 'done');
    return { ...send, state: 'done' };
  }
  const number = numberWords(item.number);
  const wanted = await Promise.all(page.map((subscriber) => tell(deps, subscriber, number, send.version)));
  const sent = wanted.filter(Boolean).length;
  const served = { cursor: last.id, sent, unwanted: page.length - sent };
  if (await sends.served(send, served)) {
    return { ...send, cursor: last.id, sent: send.sent + sent, unwanted: send.unwanted + served.unwanted };
  }
  return (await sends.find(send.update, send.version)) ?? { ...send, state: 'done' };
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
  number: string,
  version: number,
): Promise<boolean> {
  if (!(await subscriptions.isActive(id))) return false;
  const receipt = await prompt({
    conversation: sealer.open(conversation, conversationPlace(id)),
    id: noticeId(number, version),
    flow: NOTICE_FLOW,
    params: { numero: number, version },
    lane: 'broadcast',
  });
  return receipt !== 'gone';
}
