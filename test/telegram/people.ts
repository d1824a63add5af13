import type { Chats } from './chats.ts';
import type { Queries } from './queries.ts';
import type { TelegramChat, TelegramMessage, TelegramUser, Update } from './shapes.ts';
import type { UpdateQueue } from './update-queue.ts';

export interface Scene {
  bot: TelegramUser;
  chats: Chats;
  queries: Queries;
  updates: UpdateQueue;
}

const file = { file_id: 'AwACAgQ', file_unique_id: 'AgAD', file_size: 321 };

/** What a person can send besides words, as Telegram describes it. */
export const MEDIA = {
  voice: { voice: { ...file, duration: 2, mime_type: 'audio/ogg' } },
  photo: { photo: [{ ...file, width: 90, height: 67 }] },
  video: { video: { ...file, width: 90, height: 67, duration: 2 } },
  document: { document: { ...file, file_name: 'a.pdf', mime_type: 'application/pdf' } },
  sticker: {
    sticker: { ...file, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
  },
  location: { location: { latitude: 12.6392, longitude: -8.0029 } },
  contact: { contact: { phone_number: '+22300000000', first_name: 'A', user_id: 1 } },
} as const;

/** A person with Telegram on the phone, in a private chat with the bot. */
export class Person {
  readonly id: number;
  readonly #scene: Scene;
  readonly #chat: TelegramChat;
  readonly #user: TelegramUser;

  constructor(scene: Scene, id: number) {
    this.id = id;
    this.#scene = scene;
    this.#chat = { id, type: 'private', first_name: `Person ${id}` };
    this.#user = { id, is_bot: false, first_name: `Person ${id}`, language_code: 'fr' };
  }

  /** What the bot has written to this person, the oldest first. */
  get received(): readonly TelegramMessage[] {
    return this.#scene.chats.written(this.id);
  }

  says(text: string): Update {
    const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
    const entities = command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
    return this.writes({ text, ...entities });
  }

  sends(media: keyof typeof MEDIA): Update {
    return this.writes(MEDIA[media]);
  }

  /** A message with any content. */
  writes(content: Record<string, unknown>): Update {
    return this.#brings('message', this.#message(content));
  }

  edits(text: string): Update {
    return this.#brings('edited_message', { ...this.#message({ text }), edit_date: seconds() });
  }

  /** Presses the button that carries `token`, on the newest message that has it; throws when none has. */
  taps(token: string): Update {
    const message = this.received.findLast((m) =>
      m.reply_markup?.inline_keyboard.flat().some((button) => button.callback_data === token),
    );
    if (!message) throw new Error('No message has this button.');
    return this.#taps(message, token);
  }

  /** A modified client can send any data under any message of its chat. */
  forges(data: string): Update {
    const message = this.received.at(-1) ?? this.#message({ text: 'x' });
    return this.#taps(message, data);
  }

  blocks(): Update {
    this.#scene.chats.blocked.add(this.id);
    return this.#changes('member', 'kicked');
  }

  unblocks(): Update {
    this.#scene.chats.blocked.delete(this.id);
    return this.#changes('kicked', 'member');
  }

  refusesVoices(): void {
    this.#scene.chats.withoutVoices.add(this.id);
  }

  writesInGroup(group: number, text: string): Update {
    const chat: TelegramChat = { id: group, type: 'group', title: 'Group' };
    return this.#brings('message', { ...this.#message({ text }), chat: this.#scene.chats.open(chat) });
  }

  #taps(message: TelegramMessage, data: string): Update {
    const query = { id: this.#scene.queries.ask(), from: this.#user, chat_instance: '1', message, data };
    this.#scene.chats.open(this.#chat);
    // Like the published Bot API server: taps wait in a lane of their own, not behind the chat's messages.
    return this.#scene.updates.add('callback_query', query, `tap ${this.id}`);
  }

  #changes(from: string, to: string): Update {
    const member = (status: string): unknown => ({ status, user: this.#scene.bot });
    return this.#brings('my_chat_member', {
      chat: this.#chat,
      from: this.#user,
      date: seconds(),
      old_chat_member: member(from),
      new_chat_member: member(to),
    });
  }

  #message(content: Record<string, unknown>): TelegramMessage {
    const chat = this.#scene.chats.open(this.#chat);
    return {
      message_id: this.#scene.chats.nextMessageId(),
      date: seconds(),
      chat,
      from: this.#user,
      ...content,
    };
  }

  #brings(kind: string, body: unknown): Update {
    return this.#scene.updates.add(kind, body, `chat ${this.id}`);
  }
}

const seconds = (): number => Math.floor(Date.now() / 1000);
