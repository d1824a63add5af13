import { setTimeout as pause } from 'node:timers/promises';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { answers } from '../../src/store/connection.ts';
import type { Embedded } from '../../src/store/embedded/index.ts';
import { until } from '../channels/until.ts';
import type { CountingPlace } from './counting-place.ts';
import { load } from './load.ts';
import { statusOf, telegramPhone, type Tried, webPhone } from './phones.ts';
import { isReady, PATIENCE_MS, statusAt } from './running.ts';
import { WEBHOOK_SECRET } from './talking-place.ts';

/** A page may say twenty words a minute (T16). */
const PAGE_EVERY_MS = 3_100;
/** How a door's answer was measured: it is asked this often. */
const KNOCK_EVERY_MS = 250;

/** What takes the database away. It comes back by itself or by what is returned. */
export type Outage = (database: Embedded) => Promise<(() => void) | undefined>;

/** mongod is killed; its supervisor starts it again. */
export const killed: Outage = async (database) => {
  process.kill(database.pid, 'SIGKILL');
  return undefined;
};

/** mongod hangs with every connection open: the worst kind, since nobody is told. */
export const hung: Outage = async (database) => {
  const { pid } = database;
  process.kill(pid, 'SIGSTOP');
  return () => void process.kill(pid, 'SIGCONT');
};

export interface Weathered {
  words: number;
  /** Lost, doubled or out of order. */
  wrong: string[];
  /** Replies sent again with the mark. */
  marked: number;
  /** How long each outage lasted for those outside, how long `/readyz` took to tell of it and of its end; milliseconds. */
  outages: { lastedMs: number; unreadyMs: number; readyMs: number }[];
  /** How long each attempt took that was answered with 503: to write on the page, at Telegram's door, to read on the page. */
  refused: { page: number[]; telegram: number[]; reading: number[] };
  /** Answers of any other kind than taken, refused with 503, or none. */
  strange: number[];
  /** Whether `/healthz` always answered. */
  alive: boolean;
}

/** People talk while the database goes and comes; `forMs` is how long it stays away where somebody must bring it back. */
export async function weather(
  place: CountingPlace,
  database: Embedded,
  outages: readonly { outage: Outage; forMs: number }[],
  everyMs = 200,
): Promise<Weathered> {
  const { telegram, connection } = place;
  const pages = await Promise.all(Array.from({ length: 6 }, () => webPhone(place)));
  const talking = await load([
    ...pages.map((phone) => ({ phone, everyMs: PAGE_EVERY_MS })),
    ...Array.from({ length: 4 }, (_, n) => ({ phone: telegramPhone(telegram, 500 + n), everyMs })),
  ]);
  const doors = [knock(atTelegram(place)), knock(atMailbox(place, pages[0]!.token))];
  const seen: Weathered['outages'] = [];
  let alive = true;
  for (const { outage, forMs } of outages) {
    await until(
      () => isReady(place),
      () => 'ready before',
      PATIENCE_MS,
    );
    const from = performance.now();
    const back = await outage(database);
    await until(
      async () => !(await isReady(place)),
      () => 'not ready',
      PATIENCE_MS,
    );
    const unreadyMs = performance.now() - from;
    alive &&= (await statusAt(place, '/healthz')) === 200;
    await pause(Math.max(0, forMs - unreadyMs));
    back?.();
    await until(
      () => answers(connection, 500),
      () => 'the database is back',
      PATIENCE_MS,
    );
    const returned = performance.now();
    await until(
      () => isReady(place),
      () => 'ready again',
      PATIENCE_MS,
    );
    const seenNow = { lastedMs: returned - from, unreadyMs, readyMs: performance.now() - returned };
    console.info(`T25 ${seen.length + 1}/${outages.length}: ${JSON.stringify(seenNow)}`);
    seen.push(seenNow);
  }
  await talking.end();
  const [knocks = [], reads = []] = await Promise.all(doors.map((door) => door.end()));
  await place.settled();
  const tried = pages.flatMap((page) => page.tried);
  const refusedAt = (all: readonly Tried[]): number[] =>
    all.filter(({ status }) => status === 503).map(({ ms }) => ms);
  return {
    words: talking.count(),
    wrong: await talking.wrong(),
    marked: telegram.calls.filter(({ params }) => String(params['text']).startsWith(AGAIN_MARK)).length,
    outages: seen,
    refused: { page: refusedAt(tried), telegram: refusedAt(knocks), reading: refusedAt(reads) },
    strange: [...tried, ...knocks, ...reads]
      .map(({ status }) => status)
      .filter((s) => ![0, 200, 202, 503].includes(s)),
    alive,
  };
}

/** Asks a door again and again, to time its answers. */
function knock(ask: (n: number) => Promise<number>): { end(): Promise<Tried[]> } {
  const tried: Tried[] = [];
  const over = new AbortController();
  const work = (async () => {
    for (let n = 1; !over.signal.aborted; n += 1) {
      const began = performance.now();
      const status = await ask(n);
      tried.push({ status, ms: performance.now() - began });
      await pause(KNOCK_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  return {
    async end() {
      over.abort();
      await work;
      return tried;
    },
  };
}

/** At Telegram's door itself, one message after the other: the stand-in does not tell how long an answer took. */
const atTelegram =
  ({ url }: CountingPlace) =>
  (n: number): Promise<number> => {
    const from = { id: 77_000_000 + n, is_bot: false, first_name: 'P' };
    const message = { message_id: n, date: 1, from, chat: { id: from.id, type: 'private' }, text: 'toc' };
    return statusOf(`${url}/webhooks/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET, 'content-type': 'application/json' },
      body: JSON.stringify({ update_id: 900_000_000 + n, message }),
      signal: AbortSignal.timeout(20_000),
    });
  };

/** As a page that fetches what is new. */
const atMailbox =
  ({ url }: CountingPlace, token: string) =>
  (): Promise<number> =>
    statusOf(`${url}/api/chat/messages?after=0`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(20_000),
    });
