import type { Chats } from './chats.ts';
import type { Files, UploadKind } from './files.ts';
import { acceptMarkup } from './keyboard-rules.ts';
import { seconds } from './messages.ts';
import { demand } from './refusal.ts';
import type { Params, TelegramMessage, TelegramUser } from './shapes.ts';
import { acceptCaption } from './text-rules.ts';

/** The methods by which the bot sends files. */
export class Uploads {
  readonly #chats: Chats;
  readonly #files: Files;
  readonly #bot: TelegramUser;

  constructor(chats: Chats, files: Files, bot: TelegramUser) {
    this.#chats = chats;
    this.#files = files;
    this.#bot = bot;
  }

  send(kind: UploadKind, params: Params): TelegramMessage {
    const chat = this.#chats.writable(params);
    demand(
      kind !== 'voice' || !this.#chats.withoutVoices.has(chat.id),
      'Bad Request: VOICE_MESSAGES_FORBIDDEN',
    );
    const words = acceptCaption(params);
    const duration = Number(params['duration'] ?? 0);
    demand(Number.isInteger(duration) && duration >= 0, 'Bad Request: invalid duration specified');
    const file = this.#files.accept(kind, params[kind]);
    const markup = this.#chats.show(chat, acceptMarkup(params['reply_markup']));
    const sound = kind === 'voice' || kind === 'audio';
    return this.#chats.keep({
      message_id: this.#chats.nextMessageId(),
      date: seconds(),
      chat,
      ...(chat.type === 'channel' ? { sender_chat: chat } : { from: this.#bot }),
      [kind]: kind === 'photo' ? [file] : { ...file, ...(sound && { duration }) },
      ...words,
      ...markup,
    });
  }
}
