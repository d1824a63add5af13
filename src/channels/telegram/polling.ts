import type { Api } from 'grammy';
import { GrammyError } from 'grammy';
import { setTimeout as pause } from 'node:timers/promises';
import { isOver, pauseUnless } from './backoff.ts';
import type { Backoff } from './backoff.ts';
import type { Intake } from '../platform/commit.ts';
import type { Log } from '../platform/ports.ts';
import { ALLOWED_UPDATES } from './update-schema.ts';

/** Telegram holds the request this long when nothing happens. */
const HOLD_SECONDS = 30;
const BATCH = 100;
/** A stop does not wait longer for Telegram to hear what is confirmed. */
const LAST_WORD_MS = 1_000;

interface Around {
  /** Its calls end when `stop` fires. */
  api: Api;
  /** Its calls go on: the last confirmation comes after the stop. */
  lasting: Api;
  intake: Intake;
  log: Log;
  backoff: Backoff;
  /** Ends the loop after the updates in hand. */
  stop: AbortSignal;
}

interface Update {
  update_id: number;
}

/**
 * The development door: one `getUpdates` at a time. An update is confirmed when it and every lower one of its batch are
 * durable (COMMIT rule 12); what is not done stays with Telegram and comes again. Chats go side by side, one chat's updates
 * one after the other. An offset is sent once, to confirm: ids that restart lower would be swallowed by an old one.
 */
export async function poll({ api, lasting, intake, log, backoff, stop }: Around): Promise<void> {
  let offset: number | undefined;
  let said = '';
  while (!isOver(stop)) {
    try {
      const batch = await fetchBatch(api, offset);
      if (said) log.info({}, 'Telegram polling goes on.');
      said = '';
      const left = await takeBatch(batch, intake);
      offset = confirmable(batch, left);
      if (left.size > 0) await pauseUnless(stop, backoff.next());
      else backoff.reset();
    } catch (error) {
      if (isOver(stop)) break;
      const line = describe(error);
      // Once, not every few seconds for as long as the trouble lasts.
      if (line !== said) log.warn({}, line);
      said = line;
      await pauseUnless(stop, backoff.next());
    }
  }
  await confirm(lasting, offset);
}

const fetchBatch = (api: Api, offset: number | undefined): Promise<Update[]> =>
  api.raw.getUpdates({
    ...(offset !== undefined && { offset }),
    timeout: HOLD_SECONDS,
    limit: BATCH,
    allowed_updates: ALLOWED_UPDATES,
  });

/** Returns the ids that are not done. After a failure the rest of that chat waits, so that nothing overtakes it. */
async function takeBatch(batch: readonly Update[], intake: Intake): Promise<Set<number>> {
  const left = new Set<number>();
  const takeAll = async (updates: readonly Update[]): Promise<void> => {
    let stuck = false;
    for (const update of updates) {
      stuck ||= (await intake.take(update)) !== 'done';
      if (stuck) left.add(update.update_id);
    }
  };
  await Promise.all(Array.from(byChat(batch).values(), takeAll));
  return left;
}

function byChat(batch: readonly Update[]): Map<unknown, Update[]> {
  const chats = new Map<unknown, Update[]>();
  for (const update of batch) {
    const chat = chatOf(update);
    const updates = chats.get(chat);
    if (updates) updates.push(update);
    else chats.set(chat, [update]);
  }
  return chats;
}

/** Only a key for grouping; the person's id is the chat's in a private chat. */
function chatOf(update: object): unknown {
  const body = Object.values(update).find((value) => typeof value === 'object' && value !== null) as
    | { from?: { id?: unknown } }
    | undefined;
  return body?.from?.id;
}

/** Telegram forgets everything below the offset, whatever its place in the batch. */
function confirmable(batch: readonly Update[], left: ReadonlySet<number>): number | undefined {
  if (batch.length === 0) return undefined;
  if (left.size > 0) return Math.min(...left);
  return Math.max(...batch.map((update) => update.update_id)) + 1;
}

/** Spares the next start what is done already. It may fail: the ids make a repeat harmless. */
async function confirm(lasting: Api, offset: number | undefined): Promise<void> {
  if (offset === undefined) return;
  const told = lasting.raw.getUpdates({ offset, timeout: 0, limit: 1 }).catch(() => undefined);
  await Promise.race([told, pause(LAST_WORD_MS, undefined, { ref: false })]);
}

function describe(error: unknown): string {
  if (!(error instanceof GrammyError)) return 'Telegram is out of reach; polling tries again.';
  if (error.error_code === 409)
    return 'Telegram polling is refused (409): another process polls with this token, or a webhook is set. Stop the other one.';
  return `Telegram polling is refused (${error.error_code}); it tries again.`;
}
