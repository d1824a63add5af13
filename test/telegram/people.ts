import type { Chats } from './chats.ts';
import type { Files } from './files.ts';
import { entitiesIn } from './found-entities.ts';
import type { Queries } from './queries.ts';
import { type Chosen, describeMedia, type MediaName } from './sent-media.ts';
import type { Button, ReplyKeyboard, TelegramChat, TelegramMessage, TelegramUser, Update } from './shapes.ts';
import type { UpdateQueue } from './update-queue.ts';

export interface Scene {
  bot: TelegramUser;
  chats: Chats;
  files: Files;
  queries: Queries;
  updates: UpdateQueue;
}

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
    const entities = entitiesIn(text);
    return this.writes({ text, ...(entities.length > 0 && { entities }) });
  }

  /** A file, a place or a contact out of the address book. */
  sends(media: MediaName, chosen?: Chosen): Update {
    return this.writes(describeMedia(this.#scene.files, media, chosen));
  }

  /** The keyboard the bot has put in the place of the phone's own; it stays until the bot takes it away. */
  get keyboard(): ReplyKeyboard | undefined {
    return this.#scene.chats.keyboards.get(this.id);
  }

  /** Presses a key of it: its words are written, or one's own number or place is sent. */
  presses(label: string): Update {
    const key = this.keyboard?.keyboard.flat().find(({ text }) => text === label);
    if (!key) throw new Error('The keyboard has no such key.');
    if (key.request_contact) return this.sharesNumber();
    if (key.request_location) return this.sends('location');
    return this.writes({ text: label });
  }

  /** One's own contact, as a key that asks for it sends it. */
  sharesNumber(phone = '22376000000'): Update {
    return this.writes({
      contact: { phone_number: phone, first_name: `Person ${this.id}`, user_id: this.id },
    });
  }

  /** A message with any content. */
  writes(content: Record<string, unknown>): Update {
    return this.#brings('message', this.#message(content));
  }

  /** Changes the words of a message; of a new one where none is named. */
  edits(text: string, original?: Update): Update {
    const before = (original?.['message'] as TelegramMessage | undefined) ?? this.#message({});
    const entities = entitiesIn(text);
    return this.#brings('edited_message', {
      ...{ ...before, text, edit_date: seconds() },
      ...(entities.length > 0 && { entities }),
    });
  }

  /** Presses the button that carries `token`, on the newest message that has it; throws when none has. */
  taps(token: string): Update {
    const message = this.received.findLast((m) =>
      inlineOf(m).some((button) => button.callback_data === token),
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

/** The buttons under a message. */
export const inlineOf = ({ reply_markup: markup }: Pick<TelegramMessage, 'reply_markup'>): Button[] =>
  markup === undefined ? [] : markup.inline_keyboard.flat();

const seconds = (): number => Math.floor(Date.now() / 1000);
