import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { chatId } from './protocol.ts';

/** What is known of the session between two starts, besides the session itself. */
const remembered = z.object({
  /** Our number, when it was first linked. */
  account: z.string().max(64).optional(),
  /** Since when it is ours, in seconds since 1970: what was said to it before was not said to us. */
  since: z.int().nonnegative().optional(),
  /** Chats to be deleted, as the person was erased; and when, in milliseconds since 1970. */
  chats: z.array(z.object({ chat: chatId, at: z.number() })).optional(),
  /** The session ended; nothing is linked again before an operator says so. */
  unlinked: z.enum(['logged_out', 'banned']).optional(),
});
export type Remembered = z.infer<typeof remembered>;

/** The folder of the channel: what is remembered, and the session. Only this user may look into it: it is our voice. */
export class LinkFolder {
  readonly #folder: string;
  readonly #file: string;
  #changes: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = path.resolve(folder);
    this.#file = path.join(this.#folder, 'link.json');
  }

  get path(): string {
    return this.#folder;
  }

  /** A file that cannot be read says nothing. */
  async read(): Promise<Remembered> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    try {
      return remembered.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      return {};
    }
  }

  /** One change after the other, in the order in which they were asked for. */
  change(to: (known: Remembered) => Remembered): Promise<void> {
    const changed = this.#changes.then(async () => this.#write(to(await this.read())));
    this.#changes = changed.catch(() => undefined);
    return changed;
  }

  /** Resolves when all changes so far are on the disk, or failed. */
  settled(): Promise<void> {
    return this.#changes;
  }

  /** Deletes the session. Its Chromium must have ended. */
  async dropSession(): Promise<void> {
    await rm(path.join(this.#folder, SESSION), { recursive: true, force: true, maxRetries: 4 });
  }

  async #write(next: Remembered): Promise<void> {
    const fresh = `${this.#file}.new`;
    await writeFile(fresh, JSON.stringify(next), { mode: 0o600 });
    await rename(fresh, this.#file);
  }
}

/** What LocalAuth calls it. */
export const SESSION = 'session';
