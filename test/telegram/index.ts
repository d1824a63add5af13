import { Chats } from './chats.ts';
import { Menus } from './commands.ts';
import { Files } from './files.ts';
import { Faults } from './faults.ts';
import type { Fault } from './faults.ts';
import { Messages } from './messages.ts';
import { methodsOf } from './methods.ts';
import { Person } from './people.ts';
import { Polling } from './polling.ts';
import { Queries } from './queries.ts';
import { Recordings } from './recordings.ts';
import { listen } from './server.ts';
import type { BotCall, TelegramUser, Update } from './shapes.ts';
import { UpdateQueue } from './update-queue.ts';
import { Webhook } from './webhook.ts';

export interface StandInOptions {
  port?: number;
  token?: string;
  /** Pause before an update that was not taken is brought again. */
  retryMs?: number;
  firstUpdateId?: number;
  /** How many calls are remembered for looking at; 0 in load runs. */
  keepCalls?: number;
}

export const TEST_TOKEN = '4242:TEST-token_of_the_stand-in';

const WRITES = new Set(['sendMessage', 'sendVoice', 'sendAudio']);

/** A strict local Bot API: it refuses what Telegram refuses, in Telegram's words. Start one with `startTelegram`. */
export type TelegramStandIn = Awaited<ReturnType<typeof startTelegram>>;

/** Starts the stand-in on 127.0.0.1. What it cannot prove stands in README.md beside this file. */
export async function startTelegram(options: StandInOptions = {}) {
  const { port = 0, token = TEST_TOKEN, retryMs = 50, firstUpdateId = 1000, keepCalls = 10_000 } = options;
  const bot = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Benkan',
    username: 'benkan_test_bot',
  };
  const updates = new UpdateQueue(firstUpdateId);
  const parts = {
    bot: bot satisfies TelegramUser,
    chats: new Chats(),
    queries: new Queries(),
    menus: new Menus(),
    polling: new Polling(updates),
    webhook: new Webhook(updates, retryMs),
  };
  const faults = new Faults();
  let asked = 0;
  const calls: BotCall[] = [];
  const onCall = (method: string, params: BotCall['params']): void => {
    if (WRITES.has(method)) asked += 1;
    if (keepCalls === 0) return;
    calls.push({ method, params });
    if (calls.length > keepCalls) calls.shift();
  };
  const brought: Update[] = [];
  updates.onAdded(({ update }) => {
    if (keepCalls === 0) return;
    brought.push(update);
    if (brought.length > keepCalls) brought.shift();
  });
  const files = new Files(bot.id);
  const methods = methodsOf({
    ...parts,
    messages: new Messages(parts.chats, bot),
    recordings: new Recordings(parts.chats, files, bot),
  });
  const server = await listen({ token, methods, faults, onCall }, port);
  const scene = { ...parts, updates };

  return {
    /** What `TELEGRAM_API_ROOT` is set to. */
    root: server.root,
    token,
    bot,
    /** What the bot called, except `getUpdates`. */
    calls,
    /** Every update that went out, repeats included. */
    brought,
    /** How often the bot tried to write. */
    written: (): number => asked,
    menus: parts.menus.lists,
    updates,
    /** What the bot uploaded. */
    files,
    webhook: parts.webhook,
    person: (id: number): Person => new Person(scene, id),
    fail: (fault: Fault): void => faults.order(fault),
    /** The same update once more. */
    again: (update: Update, lane = 'again'): void => updates.again(update, lane),
    /** Any update, also of kinds nobody knows. */
    brings: (kind: string, body: unknown): Update => updates.add(kind, body, kind),
    restartIds: (at: number): void => {
      updates.restartIds(at);
      parts.chats.restartIds(at);
    },
    async stop(): Promise<void> {
      parts.webhook.stop();
      await server.close();
    },
  };
}
