import { BotApiRefusal, demand } from './refusal.ts';
import type { Params, TelegramChat, TelegramUser } from './shapes.ts';

/** What the bot is in a channel. A bot is never its creator, and no plain member of it either. */
export interface Standing {
  status: 'administrator' | 'left' | 'kicked';
  can_post_messages: boolean;
  /** Of messages of others; its own it changes with the right to post. */
  can_edit_messages: boolean;
}

const ADMINISTRATOR: Standing = {
  status: 'administrator',
  can_post_messages: true,
  can_edit_messages: false,
};

/** What the bot may do in each channel, and how Telegram refuses the rest. */
export class Channels {
  readonly #standing = new Map<number, Standing>();

  /** What the bot is there; an administrator who may post, until something else is said. */
  of({ id }: TelegramChat): Standing {
    return this.#standing.get(id) ?? ADMINISTRATOR;
  }

  set({ id }: TelegramChat, standing: Partial<Standing>): void {
    this.#standing.set(id, { ...ADMINISTRATOR, ...standing });
  }

  /** A public channel can be looked at by anybody who was not thrown out; changed or posted in by those in it alone. */
  enter(chat: TelegramChat, to: 'look' | 'change'): void {
    if (chat.type !== 'channel') return;
    const { status } = this.of(chat);
    demand(status !== 'kicked', 'Forbidden: bot was kicked from the channel chat', 403);
    const isOpen = status !== 'left' || (to === 'look' && chat.username !== undefined);
    demand(isOpen, 'Forbidden: bot is not a member of the channel chat', 403);
  }

  post(chat: TelegramChat): void {
    if (chat.type !== 'channel') return;
    this.enter(chat, 'change');
    demand(this.of(chat).can_post_messages, 'Bad Request: need administrator rights in the channel chat');
  }

  /** @param own whether the bot wrote the message */
  edit(chat: TelegramChat, own: boolean): void {
    if (chat.type !== 'channel') return;
    const { can_post_messages, can_edit_messages } = this.of(chat);
    demand(can_edit_messages || (own && can_post_messages), "Bad Request: message can't be edited");
  }

  /** Of the bot itself; of others it is not asked here. */
  member(chat: TelegramChat, bot: TelegramUser, params: Params): unknown {
    if (Number(params['user_id']) !== bot.id)
      throw new BotApiRefusal(400, 'Bad Request: the stand-in knows no member but the bot itself');
    const { status, ...rights } = this.of(chat);
    return status === 'administrator'
      ? { status, user: bot, can_be_edited: false, is_anonymous: false, ...rights }
      : { status, user: bot };
  }
}
