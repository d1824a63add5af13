import type { Chats } from './chats.ts';
import { acceptMarkup } from './keyboard-rules.ts';
import { demand } from './refusal.ts';
import type { InlineKeyboard, Params, TelegramMessage, TelegramUser } from './shapes.ts';
import { acceptText } from './text-rules.ts';

const ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The methods by which the bot writes, changes and removes messages. */
export class Messages {
  readonly #chats: Chats;
  readonly #bot: TelegramUser;

  constructor(chats: Chats, bot: TelegramUser) {
    this.#chats = chats;
    this.#bot = bot;
  }

  send(params: Params): TelegramMessage {
    const chat = this.#chats.writable(params);
    const words = acceptText(params);
    const markup = this.#chats.show(chat, acceptMarkup(params['reply_markup']));
    const message_id = this.#chats.nextMessageId();
    const author = chat.type === 'channel' ? { sender_chat: chat } : { from: this.#bot };
    return this.#chats.keep({ message_id, date: seconds(), chat, ...author, ...words, ...markup });
  }

  editText(params: Params): TelegramMessage {
    const message = this.#chats.editable(params);
    const changed = { ...acceptText(params), ...inlineOnly(params) };
    const same = message.text === changed.text && sameKeyboard(message, changed);
    demand(!same, NOT_MODIFIED);
    delete message.reply_markup;
    return Object.assign(message, changed);
  }

  editKeyboard(params: Params): TelegramMessage {
    const message = this.#chats.editable(params);
    const changed = inlineOnly(params);
    demand(!sameKeyboard(message, changed), NOT_MODIFIED);
    delete message.reply_markup;
    return Object.assign(message, changed);
  }

  remove(params: Params): true {
    demand(this.#chats.remove(params), 'Bad Request: message to delete not found');
    return true;
  }

  act(params: Params): true {
    this.#chats.writable(params);
    demand(ACTIONS.has(String(params['action'])), 'Bad Request: wrong parameter action in request');
    return true;
  }
}

interface Inline {
  reply_markup?: InlineKeyboard;
}

/** A message that is there already can get buttons, and no keyboard. */
function inlineOnly(params: Params): Inline {
  const markup = acceptMarkup(params['reply_markup']);
  if (markup.kind === 'none') return {};
  demand(markup.kind === 'inline', 'Bad Request: inline keyboard expected');
  return { reply_markup: markup.inline };
}

const sameKeyboard = (one: Inline, other: Inline): boolean =>
  JSON.stringify(one.reply_markup) === JSON.stringify(other.reply_markup);

export const seconds = (): number => Math.floor(Date.now() / 1000);
