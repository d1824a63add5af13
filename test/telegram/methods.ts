import type { Chats } from './chats.ts';
import type { Menus } from './commands.ts';
import type { Files, UploadKind } from './files.ts';
import type { Messages } from './messages.ts';
import { knowing } from './parameters.ts';
import type { Polling } from './polling.ts';
import type { Queries } from './queries.ts';
import { demand } from './refusal.ts';
import type { Params, TelegramUser } from './shapes.ts';
import type { Uploads } from './uploads.ts';
import type { Webhook } from './webhook.ts';

export interface Parts {
  bot: TelegramUser;
  chats: Chats;
  messages: Messages;
  uploads: Uploads;
  files: Files;
  queries: Queries;
  menus: Menus;
  polling: Polling;
  webhook: Webhook;
}

/** A Bot API method: its result, or a thrown refusal. `closed` fires when the caller hangs up. */
export type Method = (params: Params, closed: AbortSignal) => unknown;

/** Every method the stand-in knows, under Telegram's name; each refuses a parameter it does not have. */
export function methodsOf(parts: Parts): Map<string, Method> {
  const { bot, chats, messages, uploads, files, queries, menus, polling, webhook } = parts;
  const upload =
    (kind: UploadKind): Method =>
    (params) =>
      uploads.send(kind, params);
  const methods: Readonly<Record<string, Method>> = {
    getMe: () => bot,
    sendMessage: (params) => messages.send(params),
    sendVoice: upload('voice'),
    sendAudio: upload('audio'),
    sendPhoto: upload('photo'),
    sendDocument: upload('document'),
    editMessageText: (params) => messages.editText(params),
    editMessageReplyMarkup: (params) => messages.editKeyboard(params),
    deleteMessage: (params) => messages.remove(params),
    getChat: (params) => chats.seen(params),
    getChatMember: (params) => chats.channels.member(chats.seen(params), bot, params),
    sendChatAction: (params) => messages.act(params),
    answerCallbackQuery: (params) => queries.answer(params),
    getFile: ({ file_id }) => files.describe(file_id),
    setMyCommands: (params) => menus.set(params),
    getMyCommands: (params) => menus.get(params),
    setWebhook: (params) => webhook.set(params),
    deleteWebhook: (params) => webhook.remove(params),
    getWebhookInfo: () => webhook.about(),
    getUpdates: (params, closed) => {
      demand(
        !webhook.active,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        409,
      );
      return polling.poll(params, closed);
    },
  };
  return new Map(Object.entries(methods).map(([name, method]) => [name, knowing(name, method)]));
}
