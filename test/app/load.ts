import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../channels/until.ts';
import { miscounted } from './counting.ts';
import { answerTo, type Phone } from './phones.ts';
import { PATIENCE_MS } from './running.ts';

export interface Load {
  /** Words said so far by all. */
  count: () => number;
  /** Nobody says anything more; resolves when what was said has been taken. */
  end: () => Promise<void>;
  /** Waits for every reply. @returns what is lost, doubled or out of order */
  wrong: () => Promise<string[]>;
}

/** Phones that talk all the time with the counting flow, each word once, until `end`. */
export async function load(phones: readonly { phone: Phone; everyMs: number }[]): Promise<Load> {
  const chats = phones.map(({ phone, everyMs }) => ({ phone, everyMs, said: [] as string[] }));
  await Promise.all(chats.map(({ phone }) => answerTo(phone, () => phone.says('hello'))));
  const over = new AbortController();
  const talking = chats.map(async ({ phone, everyMs, said }, chat) => {
    while (!over.signal.aborted) {
      const word = `w${chat}x${said.length}`;
      said.push(word);
      await phone.says(word);
      await pause(everyMs, undefined, { signal: over.signal }).catch(() => undefined);
    }
  });
  return {
    count: () => chats.reduce((sum, { said }) => sum + said.length, 0),
    async end() {
      over.abort();
      await Promise.all(talking);
    },
    async wrong() {
      const all = async (): Promise<string[]> =>
        (
          await Promise.all(chats.map(async ({ phone, said }) => miscounted(said, await phone.heard())))
        ).flat();
      await until(async () => (await all()).every((one) => !one.startsWith('lost')), all, PATIENCE_MS).catch(
        () => undefined,
      );
      return all();
    },
  };
}
