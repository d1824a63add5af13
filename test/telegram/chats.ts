import { Channels } from './channels.ts';
import type { Markup } from './keyboard-rules.ts';
import { demand } from './refusal.ts';
import type { InlineKeyboard, Params, ReplyKeyboard, TelegramChat, TelegramMessage } from './shapes.ts';

/** Enough to tap an old button in a test; a load run must not grow without end. */
const KEPT_MESSAGES = 50;

/** Who may be written to, and what was written. */
export class Chats {
  readonly blocked = new Set<number>();
  /** What the bot may do in channels. */
  readonly channels = new Channels();
  /** Messages in channels that others wrote. */
  readonly #foreign = new WeakSet<TelegramMessage>();
  /** People may refuse voice notes. */
  readonly withoutVoices = new Set<number>();
  /** Keyboards that stand in the place of the phone's own. */
  readonly keyboards = new Map<number, ReplyKeyboard>();
  readonly #known = new Map<number, TelegramChat>();
  readonly #public = new Map<string, TelegramChat>();
  readonly #messages = new Map<number, TelegramMessage[]>();
  #lastMessage = 0;

  /** A bot can write only to those who wrote first, and where it is an administrator. */
  open(chat: TelegramChat): TelegramChat {
    const known = this.#known.get(chat.id);
    if (known) return known;
    this.#known.set(chat.id, chat);
    if (chat.username !== undefined) this.#public.set(`@${chat.username.toLowerCase()}`, chat);
    return chat;
  }

  nextMessageId(): number {
    this.#lastMessage += 1;
    return this.#lastMessage;
  }

  restartIds(at: number): void {
    this.#lastMessage = at - 1;
  }

  /** The chat a call names, if the bot may write there. */
  writable(params: Params): TelegramChat {
    const chat = this.named(params);
    demand(!this.blocked.has(chat.id), 'Forbidden: bot was blocked by the user', 403);
    this.channels.post(chat);
    return chat;
  }

  /** The chat a call names, by its number or, where it is public, by its name in any case. */
  named(params: Params): TelegramChat {
    const { chat_id: named = '' } = params;
    demand(named !== '', 'Bad Request: chat_id is empty');
    const chat = typeof named === 'string' ? this.#public.get(named.toLowerCase()) : undefined;
    const found = chat ?? this.#known.get(Number(named));
    demand(found, 'Bad Request: chat not found');
    return found;
  }

  /** The same, where it is only looked at. */
  seen(params: Params): TelegramChat {
    const chat = this.named(params);
    this.channels.enter(chat, 'look');
    return chat;
  }

  /** Does what a message's markup asks; the buttons that stand under it, as the message shows them. */
  show(chat: TelegramChat, markup: Markup): { reply_markup?: InlineKeyboard } {
    if (markup.kind === 'inline') return { reply_markup: markup.inline };
    if (markup.kind === 'remove') this.keyboards.delete(chat.id);
    if (markup.kind !== 'keys') return {};
    const asks = markup.keys.keyboard.flat().some((key) => key.request_contact ?? key.request_location);
    demand(
      !asks || chat.type === 'private',
      'Bad Request: phone number can be requested in private chats only',
    );
    this.keyboards.set(chat.id, markup.keys);
    return {};
  }

  /** A message the bot did not write. */
  keepForeign(message: TelegramMessage): TelegramMessage {
    this.#foreign.add(message);
    return this.keep(message);
  }

  keep(message: TelegramMessage): TelegramMessage {
    const messages = this.#messages.get(message.chat.id) ?? [];
    messages.push(message);
    if (messages.length > KEPT_MESSAGES) messages.shift();
    this.#messages.set(message.chat.id, messages);
    return message;
  }

  /** What the bot has written there, the oldest first. */
  written(chat: number): readonly TelegramMessage[] {
    return (this.#messages.get(chat) ?? []).filter((message) => !this.#foreign.has(message));
  }

  /** The message a call would change; where nobody knows the chat there is none. */
  editable(params: Params): TelegramMessage {
    const chat = this.named(params);
    this.channels.enter(chat, 'change');
    const id = Number(params['message_id']);
    const message = (this.#messages.get(chat.id) ?? []).find(({ message_id }) => message_id === id);
    demand(message, 'Bad Request: message to edit not found');
    this.channels.edit(chat, !this.#foreign.has(message));
    return message;
  }

  remove(params: Params): boolean {
    const messages = this.#messages.get(Number(params['chat_id'])) ?? [];
    const at = messages.findIndex((m) => m.message_id === Number(params['message_id']));
    if (at >= 0) messages.splice(at, 1);
    return at >= 0;
  }
}
