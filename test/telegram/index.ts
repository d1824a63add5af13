import { Channel } from './channel.ts';
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
import { listen } from './server.ts';
import type { BotCall, TelegramUser, Update } from './shapes.ts';
import { UpdateQueue } from './update-queue.ts';
import { Uploads } from './uploads.ts';
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

const WRITES = new Set(['sendMessage', 'sendVoice', 'sendAudio', 'sendPhoto', 'sendDocument']);

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
  const files = new Files(bot.id);
  const parts = {
    files,
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
  const methods = methodsOf({
    ...parts,
    messages: new Messages(parts.chats, bot),
    uploads: new Uploads(parts.chats, files, bot),
  });
  const fileAt = (path: string): Buffer | undefined => files.at(path);
  const server = await listen({ token, methods, faults, fileAt, onCall }, port);
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
    /** How often the bot set one of them. */
    menusSet: (): number => parts.menus.sets,
    updates,
    /** What the bot uploaded, and what people sent it. */
    files,
    webhook: parts.webhook,
    person: (id: number): Person => new Person(scene, id),
    /** A channel in which the bot is an administrator, public where it has a name. */
    channel: (id: number, username?: string): Channel => new Channel(scene, id, username),
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
