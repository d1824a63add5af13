import type { Menus } from './commands.ts';
import type { Messages } from './messages.ts';
import type { Polling } from './polling.ts';
import type { Queries } from './queries.ts';
import type { Recordings } from './recordings.ts';
import { demand } from './refusal.ts';
import type { Params, TelegramUser } from './shapes.ts';
import type { Webhook } from './webhook.ts';

export interface Parts {
  bot: TelegramUser;
  messages: Messages;
  recordings: Recordings;
  queries: Queries;
  menus: Menus;
  polling: Polling;
  webhook: Webhook;
}

/** A Bot API method: its result, or a thrown refusal. `closed` fires when the caller hangs up. */
export type Method = (params: Params, closed: AbortSignal) => unknown;

/** Every method the stand-in knows, under Telegram's name. */
export const methodsOf = ({
  bot,
  messages,
  recordings,
  queries,
  menus,
  polling,
  webhook,
}: Parts): Map<string, Method> =>
  new Map<string, Method>([
    ['getMe', () => bot],
    ['sendMessage', (params) => messages.send(params)],
    ['sendVoice', (params) => recordings.send('voice', params)],
    ['sendAudio', (params) => recordings.send('audio', params)],
    ['editMessageText', (params) => messages.editText(params)],
    ['editMessageReplyMarkup', (params) => messages.editKeyboard(params)],
    ['deleteMessage', (params) => messages.remove(params)],
    ['sendChatAction', (params) => messages.act(params)],
    ['answerCallbackQuery', (params) => queries.answer(params)],
    ['setMyCommands', (params) => menus.set(params)],
    ['setWebhook', (params) => webhook.set(params)],
    ['deleteWebhook', (params) => webhook.remove(params)],
    ['getWebhookInfo', () => webhook.about()],
    [
      'getUpdates',
      (params, closed) => {
        demand(
          !webhook.active,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
          409,
        );
        return polling.poll(params, closed);
      },
    ],
  ]);
