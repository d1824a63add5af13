import { seconds } from './messages.ts';
import type { Scene } from './people.ts';
import type { TelegramChat, TelegramMessage, Update } from './shapes.ts';

/** A channel of Telegram's in which the bot is an administrator: what is posted there comes to it as `channel_post`. */
export class Channel {
  readonly #scene: Scene;
  readonly #chat: TelegramChat;

  constructor(scene: Scene, id: number, username: string) {
    this.#scene = scene;
    this.#chat = scene.chats.open({ id, type: 'channel', title: username, username });
  }

  /** What the bot has posted there, the oldest first. */
  get posted(): readonly TelegramMessage[] {
    return this.#scene.chats.written(this.#chat.id);
  }

  /** Another administrator posts. */
  posts(text: string): Update {
    return this.#brings('channel_post', { text });
  }

  edits(text: string): Update {
    return this.#brings('edited_channel_post', { text, edit_date: seconds() });
  }

  #brings(kind: string, content: Record<string, unknown>): Update {
    const message = {
      message_id: this.#scene.chats.nextMessageId(),
      date: seconds(),
      chat: this.#chat,
      sender_chat: this.#chat,
      ...content,
    };
    return this.#scene.updates.add(kind, message, `chat ${this.#chat.id}`);
  }
}
