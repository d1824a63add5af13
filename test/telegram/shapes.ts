/** The parts of the Bot API's objects that the stand-in makes or checks. */
export interface TelegramUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export interface TelegramChat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  first_name?: string;
  title?: string;
  /** Of a public channel. */
  username?: string;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
}

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}

export interface InlineKeyboard {
  inline_keyboard: Button[][];
}

/** A key of a keyboard that takes the place of the phone's own. */
export interface Key {
  text: string;
  request_contact?: true;
  request_location?: true;
}

export interface ReplyKeyboard {
  keyboard: Key[][];
  one_time_keyboard?: boolean;
  resize_keyboard?: boolean;
}

export interface TelegramMessage {
  message_id: number;
  date: number;
  chat: TelegramChat;
  from?: TelegramUser;
  text?: string;
  entities?: Entity[];
  reply_markup?: InlineKeyboard;
  [content: string]: unknown;
}

/** An update as it travels: its id and one field named by its kind. */
export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

export type Params = Record<string, unknown>;

/** One call the bot made, except `getUpdates`. */
export interface BotCall {
  method: string;
  params: Params;
}
