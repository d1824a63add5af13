import type { Chats } from './chats.ts';
import { acceptKeyboard } from './keyboard-rules.ts';
import { demand } from './refusal.ts';
import type { Params, TelegramMessage, TelegramUser } from './shapes.ts';
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
    const content = { ...acceptText(params), ...keyboardOf(params) };
    const message_id = this.#chats.nextMessageId();
    return this.#chats.keep({ message_id, date: seconds(), chat, from: this.#bot, ...content });
  }

  editText(params: Params): TelegramMessage {
    const message = this.#chats.find(params);
    demand(message, 'Bad Request: message to edit not found');
    const changed = { ...acceptText(params), ...keyboardOf(params) };
    const same = message.text === changed.text && sameKeyboard(message, changed);
    demand(!same, 'Bad Request: message is not modified');
    delete message.reply_markup;
    return Object.assign(message, changed);
  }

  editKeyboard(params: Params): TelegramMessage {
    const message = this.#chats.find(params);
    demand(message, 'Bad Request: message to edit not found');
    const changed = keyboardOf(params);
    demand(!sameKeyboard(message, changed), 'Bad Request: message is not modified');
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

type Keyboard = Pick<TelegramMessage, 'reply_markup'>;

export function keyboardOf(params: Params): Keyboard {
  const keyboard = acceptKeyboard(params['reply_markup']);
  return keyboard ? { reply_markup: keyboard } : {};
}

const sameKeyboard = (one: Keyboard, other: Keyboard): boolean =>
  JSON.stringify(one.reply_markup) === JSON.stringify(other.reply_markup);

export const seconds = (): number => Math.floor(Date.now() / 1000);
