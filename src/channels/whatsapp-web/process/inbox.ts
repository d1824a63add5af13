import type { FromProcess, WebMessage, WebVote } from '../protocol.ts';
import type { Client } from './client.ts';
import { unreadChats } from './page.ts';
import { isPrivate, readMessage } from './read-message.ts';

/** Of one chat nobody has read, at most: more is no talk. */
const MOST_UNREAD = 50;

type Tell = (message: FromProcess) => void;

/**
 * What came in and is not durable yet. A message stays unread with WhatsApp until the house has it: so nothing is lost
 * when we end, and what came while nobody listened is found again.
 */
export class Inbox {
  readonly #tell: Tell;
  readonly #inHand = new Map<number, WebMessage | WebVote>();
  #last = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  add(arrived: WebMessage | WebVote): void {
    for (const { id } of this.#inHand.values()) if (id === arrived.id) return;
    this.#last += 1;
    this.#inHand.set(this.#last, arrived);
    this.#tell(told(this.#last, arrived));
  }

  /** The house has it. The chat is read when nothing more of it is in hand; that may fail, and is done with the next. */
  async taken(ref: number, client: Client): Promise<void> {
    const taken = this.#inHand.get(ref);
    this.#inHand.delete(ref);
    if (taken === undefined || 'poll' in taken) return;
    for (const { chat } of this.#inHand.values()) if (chat === taken.chat) return;
    await client.sendSeen(taken.chat);
  }

  /** Tells once more what the house left out. */
  tellAgain(): void {
    for (const [ref, left] of this.#inHand) this.#tell(told(ref, left));
  }

  /** Brings what is unread in private chats. @param since in seconds since 1970 */
  async bringUnread(client: Client, since: number): Promise<void> {
    if (client.pupPage === undefined) return;
    for (const { id, unread } of await unreadChats(client.pupPage))
      if (isPrivate(id)) await this.#bringChat(client, { id, unread, since });
  }

  /** A chat that cannot be read keeps no other back. */
  async #bringChat(client: Client, of: { id: string; unread: number; since: number }): Promise<void> {
    try {
      const chat = await client.getChatById(of.id);
      const limit = Math.min(of.unread, MOST_UNREAD);
      for (const given of await chat.fetchMessages({ limit, fromMe: false })) {
        const message = readMessage(given);
        if (message !== undefined && message.sentAt >= of.since) this.add(message);
      }
    } catch {
      this.#tell({ kind: 'trouble', code: 'unread_chat' });
    }
  }
}

const told = (ref: number, arrived: WebMessage | WebVote): FromProcess =>
  'poll' in arrived ? { kind: 'vote', ref, vote: arrived } : { kind: 'message', ref, message: arrived };
