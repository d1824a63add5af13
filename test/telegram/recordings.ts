import type { Chats } from './chats.ts';
import type { FileKind, Files } from './files.ts';
import { keyboardOf, seconds } from './messages.ts';
import { demand } from './refusal.ts';
import type { Params, TelegramMessage, TelegramUser } from './shapes.ts';
import { acceptCaption } from './text-rules.ts';

/** The methods by which the bot sends sound. */
export class Recordings {
  readonly #chats: Chats;
  readonly #files: Files;
  readonly #bot: TelegramUser;

  constructor(chats: Chats, files: Files, bot: TelegramUser) {
    this.#chats = chats;
    this.#files = files;
    this.#bot = bot;
  }

  send(kind: FileKind, params: Params): TelegramMessage {
    const chat = this.#chats.writable(params);
    demand(
      kind !== 'voice' || !this.#chats.withoutVoices.has(chat.id),
      'Bad Request: VOICE_MESSAGES_FORBIDDEN',
    );
    const words = { ...acceptCaption(params), ...keyboardOf(params) };
    const duration = Number(params['duration'] ?? 0);
    demand(Number.isInteger(duration) && duration >= 0, 'Bad Request: invalid duration specified');
    const file = this.#files.accept(kind, params[kind]);
    return this.#chats.keep({
      message_id: this.#chats.nextMessageId(),
      date: seconds(),
      chat,
      from: this.#bot,
      [kind]: { ...file, duration },
      ...words,
    });
  }
}
