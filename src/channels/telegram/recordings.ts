import { GrammyError, InputFile } from 'grammy';
import { LRUCache } from 'lru-cache';
import type { AudioType, MediaCard, MediaLibrary, Picture } from '../../domain/media.ts';

/** What goes up: a recording, or a picture. */
export type SentType = AudioType | Picture['type'];

/** Recordings and pictures whose file id is remembered; one that is forgotten is uploaded again. */
const MOST_KNOWN = 1_000;

/** Sends one message with this file; answers with Telegram's id of the file. */
export type Post = (file: string | InputFile) => Promise<string | undefined>;

/**
 * A recording or picture goes up once for a bot, however many people get it: the first message carries the bytes, those that come
 * meanwhile wait for it, all later ones name the file id Telegram gave it.
 */
export class Recordings {
  readonly #media: MediaLibrary;
  readonly #fileIds = new LRUCache<string, string>({ max: MOST_KNOWN });
  readonly #uploads = new Map<string, Promise<unknown>>();

  constructor(media: MediaLibrary) {
    this.#media = media;
  }

  about(id: string): Promise<MediaCard | null> {
    return this.#media.about(id);
  }

  /** Sends one message. False: the recording is gone, and nothing was sent. Throws what `post` throws. */
  async send(id: string, type: SentType, post: Post): Promise<boolean> {
    for (;;) {
      const fileId = this.#fileIds.get(id);
      if (fileId !== undefined) {
        if (await sentAs(fileId, post)) return true;
        this.#fileIds.delete(id);
      }
      const upload = this.#uploads.get(id);
      if (upload === undefined) return this.#upload(id, type, post);
      // Whether it went well shows in the file id; if not, one of those who waited is the next to try.
      await upload.catch(() => undefined);
    }
  }

  async #upload(id: string, type: SentType, post: Post): Promise<boolean> {
    const upload = this.#firstSend(id, type, post);
    this.#uploads.set(id, upload);
    try {
      return await upload;
    } finally {
      this.#uploads.delete(id);
    }
  }

  async #firstSend(id: string, type: SentType, post: Post): Promise<boolean> {
    const found = type === 'image/jpeg' ? await this.#media.picture?.(id) : await this.#media.get(id);
    if (found === null || found === undefined) return false;
    const fileId = await post(new InputFile(found.bytes, FILE_NAMES[type]));
    if (fileId !== undefined) this.#fileIds.set(id, fileId);
    return true;
  }
}

/** Telegram may forget a file; its refusal is certain, so the bytes can go up in the same attempt. */
async function sentAs(fileId: string, post: Post): Promise<boolean> {
  try {
    await post(fileId);
    return true;
  } catch (cause) {
    if (cause instanceof GrammyError && /file.?(id|identifier|reference)/i.test(cause.description))
      return false;
    throw cause;
  }
}

const FILE_NAMES: Readonly<Record<SentType, string>> = {
  'audio/ogg': 'benkan.ogg',
  'audio/mpeg': 'benkan.mp3',
  'audio/mp4': 'benkan.m4a',
  'image/jpeg': 'benkan.jpg',
};
