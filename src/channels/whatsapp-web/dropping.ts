import type { Clock } from '../../domain/clock.ts';
import type { Asked, Question } from './calls.ts';
import type { LinkFolder } from './link-file.ts';

interface Around {
  folder: LinkFolder;
  ask: (question: Question) => Promise<Asked>;
  clock: Clock;
  /** The goodbye is said after an erasure is applied, and goes with the chat. */
  afterMs: number;
}

/**
 * Chats of people who were erased: the linked device keeps them as every WhatsApp does, so they are deleted there, and
 * thereby on the phone. Kept until it is done: WhatsApp may be away for days.
 */
export class Dropping {
  readonly #around: Around;
  #running = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Resolves when it will not be forgotten. */
  add(chat: string): Promise<void> {
    const { clock, afterMs, folder } = this.#around;
    const at = clock.now() + afterMs;
    return folder.change(({ chats = [], ...rest }) => ({
      ...rest,
      chats: [...chats.filter((each) => each.chat !== chat), { chat, at }],
    }));
  }

  /** Deletes what is due. What WhatsApp does not confirm stays for the next time. Never rejects. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const { folder, ask, clock } = this.#around;
    try {
      const { chats = [] } = await folder.read();
      for (const { chat, at } of chats) {
        if (at > clock.now()) continue;
        if ((await ask({ kind: 'drop', chat })).kind !== 'dropped') break;
        await folder.change(({ chats: left = [], ...rest }) => ({
          ...rest,
          chats: left.filter((each) => each.chat !== chat || each.at !== at),
        }));
      }
    } catch {
      // The disk does not take it: the chat is deleted once more the next time.
    } finally {
      this.#running = false;
    }
  }
}
