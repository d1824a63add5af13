import { type Chat, Message, plain } from './models.ts';
import { Chats, Messages } from './talks.ts';

/** Told to the test. */
export type Report = (kind: string, what: object) => void;

/** What goes wrong with the next sends, the first one first. `before`, `after`: the page has made the message. */
export const faults: ('throws before' | 'throws after' | 'hangs')[] = [];
/** The ticks every message gets at once. */
export const ticks: number[] = [1, 2];
/** People who have no account any more. */
export const strangers = new Set<string>();

const REPORTED = [
  ...['type', 'body', 'caption', 'mimetype', 'size', 'filehash', 'pollName', 'pollOptions', 'lat', 'lng'],
  ...['preview', 'vcardFormattedName'],
] as const;

/** The module by which the library sends: the message it has put together is shown to the other end. */
export const sendModule = (report: Report) => ({
  addAndSendMsgToChat(chat: Chat, fields: Record<string, unknown> & { id: { _serialized: string } }) {
    const fault = faults.shift();
    if (fault === 'throws before') throw new TypeError('Cannot read properties of undefined');
    const message = Object.assign(new Message(fields), { chat });
    chat.msgs.add(message);
    Messages.add(message);
    const shown = Object.fromEntries(
      REPORTED.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])),
    );
    report('sent', { id: fields.id._serialized, to: chat.id._serialized, ...(plain(shown) as object) });
    if (fault === 'throws after') throw new TypeError('Cannot read properties of undefined');
    if (fault === 'hangs') return [Promise.resolve(), new Promise(() => undefined)];
    return [Promise.resolve(), tick(message)];
  },
});

export const findModule = {
  async findOrCreateLatestChat(given: { _serialized: string }): Promise<{ chat: Chat }> {
    if (strangers.has(given._serialized)) throw new Error('No LID for user');
    return { chat: Chats.of(given._serialized) };
  },
};

async function tick(message: Message): Promise<void> {
  for (const each of ticks) {
    await Promise.resolve();
    setTick(message, each);
  }
}

export function setTick(message: Message, tick: number): void {
  message.ack = tick;
  Messages.trigger('change:ack', message, tick);
}
