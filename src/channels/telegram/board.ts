import type { Api } from 'grammy';
import type { Board, BoardStanding, Edited, Posted } from '../../conversation/board.ts';
import { MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { wellFormed } from '../platform/well-formed.ts';
import { boardFault } from './board-fault.ts';
import { NO_PREVIEW } from './preview-off.ts';

/** `@name` or `-100…`: what a public or private channel is called in settings and calls. */
export const BOARD_NAME = /^(?:@[A-Za-z]\w{3,31}|-100\d{5,13})$/;

/** After a lost answer an edit is made again; sooner it would meet the same trouble. */
const EDIT_AGAIN_MS = 5_000;

/** A channel of Telegram's in which the bot is an administrator (C1, B10). @param bot its id */
export const telegramBoard = (api: Api, bot: number, name: string): Board => ({
  name,
  longest: MAX_TEXT_LENGTH,
  standing: () => standingIn(api, bot, name),

  async post(text, begun): Promise<Posted> {
    if (!(await begun())) return { kind: 'retry', afterMs: EDIT_AGAIN_MS, code: 'not_begun' };
    try {
      const sent: unknown = await api.raw.sendMessage({
        chat_id: name,
        text: wellFormed(text),
        ...NO_PREVIEW,
      });
      const place = placeOf(sent);
      return place === undefined ? { kind: 'unknown', code: 'strange_answer' } : { kind: 'posted', place };
    } catch (error) {
      const fault = boardFault(error);
      // What is no board's fault says that nothing was posted: there is nothing that could be gone.
      return fault.kind === 'gone' || fault.kind === 'edited'
        ? { kind: 'refused', code: 'bad_request' }
        : fault;
    }
  },

  async edit(place, text): Promise<Edited> {
    try {
      await api.raw.editMessageText({ ...messageAt(place), text: wellFormed(text), ...NO_PREVIEW });
      return { kind: 'edited' };
    } catch (error) {
      return againIfUnknown(boardFault(error));
    }
  },

  async isThere(place) {
    try {
      // Posts have no buttons: Telegram answers that nothing is changed, where there is something it could change.
      await api.raw.editMessageReplyMarkup(messageAt(place));
      return true;
    } catch (error) {
      const { kind } = boardFault(error);
      return kind === 'edited' ? true : kind === 'gone' || kind === 'refused' ? false : undefined;
    }
  },

  placeIn(link) {
    const [, named = '', message] = POST_LINK.exec(link.trim()) ?? [];
    const isHere = named.startsWith('c/')
      ? !isPublic(name) && name === `-100${named.slice(2)}`
      : !isPublic(name) || `@${named}`.toLowerCase() === name.toLowerCase();
    return message === undefined || !isHere ? undefined : `${name}:${message}`;
  },

  linkTo(place) {
    const [chat = '', message = ''] = place.split(':');
    if (isPublic(name)) return `https://t.me/${name.slice(1)}/${message}`;
    return `https://t.me/c/${chat.replace(/^-100/, '')}/${message}`;
  },
});

/** As people copy it: `t.me/name/17`, of a private channel `t.me/c/1234567890/17`. */
const POST_LINK =
  /^(?:https?:\/\/)?(?:t|telegram)\.me\/(?:s\/)?(c\/\d{5,13}|[A-Za-z]\w{3,31})\/(\d{1,10})(?:[/?#].*)?$/;

const isPublic = (name: string): boolean => name.startsWith('@');

async function standingIn(api: Api, bot: number, name: string): Promise<BoardStanding> {
  try {
    const { type } = await api.raw.getChat({ chat_id: name });
    if (type !== 'channel') return 'not_a_board';
    const member = await api.raw.getChatMember({ chat_id: name, user_id: bot });
    if (member.status !== 'administrator') return 'not_a_member';
    return member.can_post_messages === true ? 'open' : 'may_not_post';
  } catch (error) {
    const fault = boardFault(error);
    if (fault.kind !== 'refused') return 'no_answer';
    return fault.code === 'unknown_place' ? 'unknown_place' : 'not_a_member';
  }
}

/** Read with care: the message has been posted, and an answer of another shape must not make it look as if it had not. */
function placeOf(sent: unknown): string | undefined {
  const { message_id: message, chat } = (sent ?? {}) as { message_id?: unknown; chat?: { id?: unknown } };
  const isKnown = Number.isSafeInteger(message) && Number.isSafeInteger(chat?.id);
  return isKnown ? `${String(chat?.id)}:${String(message)}` : undefined;
}

const messageAt = (place: string): { chat_id: string; message_id: number } => {
  const at = place.lastIndexOf(':');
  return { chat_id: place.slice(0, at), message_id: Number(place.slice(at + 1)) };
};

/** The same words put in the same place twice are there once. */
const againIfUnknown = (fault: ReturnType<typeof boardFault>): Edited =>
  fault.kind === 'unknown' ? { kind: 'retry', afterMs: EDIT_AGAIN_MS, code: fault.code } : fault;
