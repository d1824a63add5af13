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
