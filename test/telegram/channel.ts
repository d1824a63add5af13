import type { Standing } from './channels.ts';
import { seconds } from './messages.ts';
import type { Scene } from './people.ts';
import type { TelegramChat, TelegramMessage, Update } from './shapes.ts';

/** A channel of Telegram's in which the bot is an administrator: what is posted there comes to it as `channel_post`. */
export class Channel {
  readonly #scene: Scene;
  readonly #chat: TelegramChat;

  /** @param username of a public one */
  constructor(scene: Scene, id: number, username?: string) {
    this.#scene = scene;
    const named = username === undefined ? {} : { username };
    this.#chat = scene.chats.open({ id, type: 'channel', title: username ?? 'Privé', ...named });
  }

  /** What the bot is there from now on; an administrator who may post, as far as nothing else is said. */
  bot(standing: Partial<Standing>): void {
    this.#scene.chats.channels.set(this.#chat, standing);
  }

  /** An administrator deletes a message; no update tells of it. */
  deletes(message_id: number): void {
    this.#scene.chats.remove({ chat_id: this.#chat.id, message_id });
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
    if (kind === 'channel_post') this.#scene.chats.keepForeign(message);
    return this.#scene.updates.add(kind, message, `chat ${this.#chat.id}`);
  }
}
