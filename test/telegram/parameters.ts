import type { Method } from './methods.ts';
import { demand } from './refusal.ts';

const WORDS = ['text', 'parse_mode', 'entities', 'link_preview_options'];
const CAPTION = ['caption', 'parse_mode', 'caption_entities'];
const SENT = ['chat_id', 'disable_notification', 'protect_content', 'reply_markup'];
const MESSAGE = ['chat_id', 'message_id'];

/** The parameters of each method that are simulated, or refused for a reason of their own. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  sendMessage: [...SENT, ...WORDS],
  sendVoice: [...SENT, ...CAPTION, 'voice', 'duration'],
  sendAudio: [...SENT, ...CAPTION, 'audio', 'duration', 'performer', 'title'],
  sendPhoto: [...SENT, ...CAPTION, 'photo'],
  sendDocument: [...SENT, ...CAPTION, 'document'],
  editMessageText: [...MESSAGE, ...WORDS, 'reply_markup'],
  editMessageReplyMarkup: [...MESSAGE, 'reply_markup'],
  deleteMessage: MESSAGE,
  getChat: ['chat_id'],
  getChatMember: ['chat_id', 'user_id'],
  sendChatAction: ['chat_id', 'action'],
  answerCallbackQuery: ['callback_query_id', 'text', 'show_alert'],
  getFile: ['file_id'],
  setMyCommands: ['commands', 'language_code', 'scope'],
  getMyCommands: ['language_code', 'scope'],
  setWebhook: ['url', 'secret_token', 'max_connections', 'allowed_updates', 'drop_pending_updates'],
  deleteWebhook: ['drop_pending_updates'],
  getWebhookInfo: [],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
};

/** Telegram passes over a parameter it does not know, and a misspelt one does nothing: here it is refused. */
export const knowing =
  (name: string, method: Method): Method =>
  (params, closed) => {
    const known = PARAMETERS[name] ?? [];
    const [unknown] = Object.keys(params).filter((given) => !known.includes(given));
    demand(
      unknown === undefined,
      `Bad Request: the stand-in knows no parameter ${String(unknown)} of ${name}`,
    );
    return method(params, closed);
  };
