import { keep, kept } from './browser.ts';
import { ME, MsgKey, wid } from './ids.ts';
import { bytesOf, keepFile } from './media.ts';
import { Chat, Collection, Message } from './models.ts';

export const Messages = Object.assign(new Collection<Message>(), {
  modelClass: Message,
  async getMessagesById(ids: readonly string[]): Promise<{ messages: Message[] }> {
    return { messages: ids.flatMap((id) => Messages.get(id) ?? []) };
  },
});

export const Chats = Object.assign(new Collection<Chat>(), {
  of(id: string): Chat {
    const known = Chats.get(id);
    if (known !== undefined) return known;
    const fields = { formattedTitle: id, unreadCount: 0, t: 0, mute: { expiration: 0 } };
    return Chats.add(new Chat({ id: wid(id), ...fields, msgs: new Collection<Message>() }));
  },
});

/** A message as a test writes it: text, or a file with its kind. */
export interface Said {
  from: string;
  type?: string;
  body?: string;
  /** The id it is brought with again. */
  id?: string;
  /** Base64. */
  file?: string;
  mimetype?: string;
  /** Seconds since 1970; now, where it does not say. */
  t?: number;
  /** Everything else of a kind: `lat`, `lng`, `duration`, `vcardList`. */
  more?: Readonly<Record<string, unknown>>;
  /** Somebody with the campaign's phone in hand wrote it. */
  own?: boolean;
}

/** Somebody writes to us, now. */
export async function receive(said: Said): Promise<string> {
  const message = await messageOf(said, true);
  const chat = Chats.of(said.from);
  chat.unreadCount += 1;
  chat.msgs.add(message);
  Messages.add(message);
  Chats.trigger('change:unreadCount', chat);
  return message.id._serialized;
}

const LEFT = 'left';
const left = (): Promise<Said[]> => kept<Said[]>(LEFT, []);

/** Somebody will have written when the page is opened the next time. */
export const leave = async (said: Said): Promise<void> => keep(LEFT, [...(await left()), said]);

/** Puts what was left among what is unread, as the real page does from its own store: no event tells of it. */
export async function bringLeft(): Promise<void> {
  for (const said of await left()) {
    const message = await messageOf(said, false);
    const chat = Chats.of(said.from);
    chat.unreadCount += 1;
    chat.msgs.add(message);
    Messages.add(message);
  }
}

/** A chat is read; what was left in it is not there as unread any more. */
export async function seen(chat: Chat): Promise<void> {
  chat.unreadCount = 0;
  const rest = (await left()).filter(({ from }) => from !== chat.id._serialized);
  await keep(LEFT, rest);
}

async function messageOf(said: Said, isNewMsg: boolean): Promise<Message> {
  const { type = 'chat', body, file, mimetype, more = {}, own = false } = said;
  const them = wid(said.from);
  const [from, to] = own ? [ME, them] : [them, ME];
  const id = new MsgKey({ from, to, id: said.id ?? (await MsgKey.newId()), selfDir: own ? 'out' : 'in' });
  const t = said.t ?? Math.floor(Date.now() / 1000);
  const fields = {
    id,
    from,
    to,
    type,
    t,
    isNewMsg,
    ack: 1,
    notifyName: 'Awa',
    ...(body !== undefined && { body }),
  };
  if (file === undefined) return new Message({ ...fields, ...more });
  const bytes = bytesOf(file);
  const filehash = await keepFile(bytes);
  return new Message({
    ...fields,
    ...{ mimetype, filehash, directPath: `/stand-in/${filehash}`, mediaKey: 'key', encFilehash: 'enc' },
    size: bytes.length,
    mediaData: { mediaStage: 'RESOLVED' },
    ...more,
  });
}
