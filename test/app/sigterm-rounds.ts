import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import { until } from '../channels/until.ts';
import type { CountingPlace } from './counting-place.ts';
import { load } from './load.ts';
import { telegramPhone, webPhone } from './phones.ts';
import { PATIENCE_MS, readyChild } from './running.ts';
import { type Gone, terminate } from './terminate.ts';

/** A page may say twenty words a minute (T16). */
const PAGE_EVERY_MS = 3_100;
const WORDS_A_ROUND = 30;

export interface Rounds {
  gone: Gone[];
  words: number;
  /** Lost, doubled or out of order. */
  wrong: string[];
  /** Replies sent again with the mark. */
  marked: number;
}

/** Stops and starts the product again and again while people talk with it. */
export async function sigtermRounds(place: CountingPlace, rounds: number): Promise<Rounds> {
  const { telegram } = place;
  let child = await readyChild(place);
  try {
    const pages = await Promise.all(Array.from({ length: 6 }, () => webPhone(place)));
    const talking = await load([
      ...pages.map((phone) => ({ phone, everyMs: PAGE_EVERY_MS })),
      ...Array.from({ length: 4 }, (_, n) => ({ phone: telegramPhone(telegram, 500 + n), everyMs: 100 })),
    ]);
    const gone: Gone[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const enough = talking.count() + WORDS_A_ROUND;
      await until(() => talking.count() >= enough, talking.count, PATIENCE_MS);
      const went = await terminate(place, child);
      console.info(`T31 ${round}/${rounds}: ${JSON.stringify(went)}`);
      gone.push(went);
      child = await readyChild(place);
    }
    await talking.end();
    await place.settled();
    const wrong = await talking.wrong();
    const marked = telegram.calls.filter(({ params }) =>
      String(params['text']).startsWith(AGAIN_MARK),
    ).length;
    return { gone, words: talking.count(), wrong, marked };
  } finally {
    await child.kill();
  }
}
