import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../channels/until.ts';
import type { TelegramStandIn } from '../telegram/index.ts';
import type { InlineKeyboard } from '../telegram/shapes.ts';
import type { Installation } from './installation.ts';
import { PATIENCE_MS } from './running.ts';

export interface Heard {
  text: string;
  choices: readonly { id: string; label: string }[];
}

/** A person with a phone, on any channel. What they send is sent again until it is taken, as page and platform do. */
export interface Phone {
  says(text: string): Promise<void>;
  chooses(token: string): Promise<void>;
  /** Everything the bot wrote to them, the oldest first. */
  heard(): Promise<readonly Heard[]>;
}

/** One attempt to bring a message; status 0: no answer. */
export interface Tried {
  status: number;
  ms: number;
}

/** A page waits longer; so many more outages are met. */
const AGAIN_MS = 100;
/** A page goes on for hours; the longest outage of a trial is shorter than this. */
const GIVE_UP_MS = 900_000;

/** Messages at Telegram that nobody has taken, over all its talkers. */
const UNANSWERED = 40;

/** On the web chat, over its HTTP doors. */
export async function webPhone({
  url,
}: Pick<Installation, 'url'>): Promise<Phone & { token: string; tried: readonly Tried[] }> {
  const opened = await fetch(`${url}/api/chat`, { method: 'POST' });
  const { token } = (await opened.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let sent = 0;
  const all: (Heard & { n: number })[] = [];
  const tried: Tried[] = [];
  const post = async (content: object): Promise<void> => {
    const body = JSON.stringify({ id: `m${(sent += 1)}`, ...content });
    const end = performance.now() + GIVE_UP_MS;
    for (;;) {
      const from = performance.now();
      const status = await statusOf(`${url}/api/chat/messages`, { method: 'POST', headers, body });
      tried.push({ status, ms: performance.now() - from });
      if (status === 202) return;
      if (status !== 0 && status !== 503) throw new Error(`The chat says ${status}.`);
      if (performance.now() > end) throw new Error(`The chat still says ${status}.`);
      await pause(AGAIN_MS);
    }
  };
  return {
    token,
    tried,
    says: (say) => post({ say }),
    chooses: (choose) => post({ choose }),
    async heard() {
      const after = all.at(-1)?.n ?? 0;
      const answer = await fetch(`${url}/api/chat/messages?after=${after}`, { headers }).catch(
        () => undefined,
      );
      // Two looks at once may bring the same.
      const news = answer?.ok === true ? ((await answer.json()) as (Heard & { n: number })[]) : [];
      all.push(...news.filter(({ n }) => n > (all.at(-1)?.n ?? 0)));
      return all;
    },
  };
}

/** 0: no answer. */
export const statusOf = (url: string, how: RequestInit): Promise<number> =>
  fetch(url, how).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );

/** On Telegram; the stand-in brings what was not taken again. */
export function telegramPhone(telegram: TelegramStandIn, id: number): Phone {
  const person = telegram.person(id);
  return {
    async says(text) {
      person.says(text);
      // Who gets no answer does not go on for ever: a slow machine would be brought more than it ever works off.
      while (telegram.updates.size > UNANSWERED) await pause(AGAIN_MS);
    },
    chooses: async (token) => void person.taps(token),
    // Of everything the bot tried to write, as the stand-in itself keeps only the last 50.
    heard: async () =>
      telegram.calls
        .filter(({ method, params }) => WRITES.has(method) && Number(params['chat_id']) === id)
        .map(({ params }) => ({
          // Words stand under a recording as its caption.
          text: String(params['text'] ?? params['caption']),
          choices: choicesOf(params['reply_markup']),
        })),
  };
}

const WRITES = new Set(['sendMessage', 'sendVoice', 'sendAudio']);

function choicesOf(markup: unknown): Heard['choices'] {
  const keyboard = (typeof markup === 'string' ? JSON.parse(markup) : markup) as InlineKeyboard | undefined;
  return (keyboard?.inline_keyboard.flat() ?? []).map((button) => ({
    id: button.callback_data ?? '',
    label: button.text,
  }));
}

/** Does something and waits for one answer to it. */
export async function answerTo(phone: Phone, act: () => Promise<void>): Promise<Heard> {
  const before = (await phone.heard()).length;
  await act();
  let heard: readonly Heard[] = [];
  await until(
    async () => {
      heard = await phone.heard();
      return heard.length > before;
    },
    () => heard.at(-1)?.text,
    PATIENCE_MS,
  );
  return heard[before]!;
}

/** The key of a choice stands at the end of its token (src/conversation/choice-token.ts). */
const KEY_FROM = 17;

/** The token under which the newest message offers a choice. */
export async function offered(phone: Phone, key: string): Promise<string> {
  const choices = (await phone.heard()).at(-1)?.choices ?? [];
  const found = choices.find(({ id }) => id.slice(KEY_FROM) === key);
  if (found === undefined)
    throw new Error(`No button "${key}" among ${choices.map(({ label }) => label).join(', ')}.`);
  return found.id;
}
