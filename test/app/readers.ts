import { until } from '../channels/until.ts';
import { allDone } from './counting.ts';
import { type Phone, telegramPhone, webPhone } from './phones.ts';
import { PATIENCE_MS } from './running.ts';
import type { TalkingPlace } from './talking-place.ts';

/** Somebody who reads the news. */
export interface Reader {
  phone: Phone;
  /** On Telegram what was on its way when a process died may be lost; on the chat page nothing is. */
  channel: 'web' | 'telegram';
}

/** From the first word to a subscription, in words and numbers alone: nobody needs to read what is answered. */
const SUBSCRIBING = ['bonjour', '1', '1', 'nouvelles', '1'];
const AT_ONCE = 16;
const FIRST_TELEGRAM = 9000;

/** People who subscribe over the doors of the house, all of them through every step at about the same time. */
export async function readers(
  place: TalkingPlace,
  { web, onTelegram }: { web: number; onTelegram: number },
): Promise<Reader[]> {
  const all: Reader[] = [];
  await atOnce([...Array(web).keys()], async () => {
    all.push({ phone: await webPhone(place), channel: 'web' });
  });
  for (let n = 0; n < onTelegram; n += 1)
    all.push({ phone: telegramPhone(place.telegram, FIRST_TELEGRAM + n), channel: 'telegram' });
  for (const word of SUBSCRIBING) {
    await atOnce(all, ({ phone }) => phone.says(word));
    await until(
      async () => place.telegram.updates.size === 0 && (await allDone(place.connection)),
      () => `all have said ${word}`,
      PATIENCE_MS,
    );
  }
  return all;
}

/** Does something with each, a few at a time. */
export async function atOnce<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined || waiting.length > 0; next = waiting.shift())
      await act(next as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
