import { type Clock, dayOf } from '../../../domain/clock.ts';
import type { DueAnswer } from '../../../schedule/due-dates.ts';
import type { Send, SendsStore } from './sends-store.ts';

/** Prompts a second: below Telegram's 30 for one bot, so that answers still find room. */
const A_SECOND = 25;
const SECOND_MS = 1000;
/** Seconds of work a run: far below what the runner allows one, so that other due-dates get their turn. */
const SECONDS_A_RUN = 20;

export interface PagedDeps {
  sends: Pick<SendsStore, 'find' | 'open' | 'served' | 'end'>;
  clock: Clock;
  pause(ms: number): Promise<void>;
  /** The house is closing: the rest waits in the database. */
  stopping(): boolean;
}

/** Whether a send may go on: `over` ends it where it stands, `until` lets it rest (milliseconds since 1970). */
export type Standing = 'go' | 'over' | { until: number };

/** One send: whom it goes to, and what each of them is told. */
export interface Paged<Reader extends { id: Buffer }> {
  /** The two name it among all sends. */
  update: string;
  version: number;
  /** How many it is for; asked once, when it begins. */
  count(): Promise<number>;
  /** Asked before each page. */
  stands(): Promise<Standing>;
  /** Those after `after` in the order of their ids, which never change. */
  page(after: Buffer | null, limit: number): Promise<readonly Reader[]>;
  /** Tells one of them; `false`: it was not wanted any more. Safe to repeat. */
  tell(reader: Reader): Promise<boolean>;
}

/**
 * Serves everybody, a page a second. Where it stands lies in the database and each telling may be repeated: killed at any
 * point, it goes on and nobody has it twice. For a due-date: `again` where there is more to do.
 */
export async function sendPaged<Reader extends { id: Buffer }>(
  deps: PagedDeps,
  paged: Paged<Reader>,
): Promise<DueAnswer> {
  const { sends, clock } = deps;
  let send = await sends.find(paged.update, paged.version);
  for (let second = 0; second < SECONDS_A_RUN && !deps.stopping(); second += 1) {
    if (send !== null && send.state !== 'running') return undefined;
    const began = clock.now();
    const standing = await paged.stands();
    if (typeof standing === 'object') return { again: standing.until };
    // Whom it is for is counted when it really begins, not when it was ordered.
    send ??= await begin(deps, paged);
    if (send.state === 'running')
      send = standing === 'over' ? await giveUp(deps, send) : await onePage(deps, paged, send);
    await deps.pause(Math.max(0, SECOND_MS - (clock.now() - began)));
  }
  return send === null || send.state === 'running' ? { again: clock.now() } : undefined;
}

const begin = async (
  { sends, clock }: PagedDeps,
  { update, version, count }: Pick<Paged<{ id: Buffer }>, 'update' | 'version' | 'count'>,
): Promise<Send> => sends.open({ update, version, of: await count(), day: dayOf(clock.now()) });

async function giveUp({ sends }: PagedDeps, send: Send): Promise<Send> {
  await sends.end(send, 'withdrawn');
  return { ...send, state: 'withdrawn' };
}

async function onePage<Reader extends { id: Buffer }>(
  { sends }: PagedDeps,
  paged: Paged<Reader>,
  send: Send,
): Promise<Send> {
  const page = await paged.page(send.cursor, A_SECOND);
  const last = page.at(-1);
  if (last === undefined) {
    await sends.end(send, 'done');
    return { ...send, state: 'done' };
  }
  const told = await Promise.all(page.map((reader) => paged.tell(reader)));
  const sent = told.filter(Boolean).length;
  const served = { cursor: last.id, sent, unwanted: page.length - sent };
  if (await sends.served(send, served))
    return { ...send, cursor: last.id, sent: send.sent + sent, unwanted: send.unwanted + served.unwanted };
  // Another process was faster, or it was ended meanwhile.
  return (await sends.find(send.update, send.version)) ?? { ...send, state: 'done' };
}
