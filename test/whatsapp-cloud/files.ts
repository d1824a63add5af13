import { createHash } from 'node:crypto';
import { GraphRefusal } from './refusal.ts';

/** A file somebody sends. */
export interface OwnFile {
  bytes: Buffer;
  type: string;
  /** What the platform says it weighs; as many bytes as there are, where this is absent. */
  weighs?: number;
  /** Where the platform says it lies; on its own host, where this is absent. */
  url?: string;
}

/** Files people send: an id is asked where they lie, and the bytes lie there for five minutes, for the same token. */
export class Files {
  readonly #byId = new Map<string, OwnFile>();
  readonly #byPath = new Map<string, Buffer>();
  #last = 70_000;

  /** Takes what a person sends, and names it. */
  receive(file: OwnFile): { id: string; mime_type: string; sha256: string } {
    this.#last += 1;
    const id = String(this.#last);
    this.#byId.set(id, file);
    return { id, mime_type: file.type, sha256: createHash('sha256').update(file.bytes).digest('base64') };
  }

  /** `GET /<version>/<id>`. */
  describe(id: string, root: string): object {
    const file = this.#byId.get(id);
    if (file === undefined) throw new GraphRefusal(400, 100, 'Object with this ID does not exist');
    const path = `/whatsapp_business/attachments/?mid=${id}`;
    this.#byPath.set(path, file.bytes);
    const { type: mime_type, weighs = file.bytes.length, url = `${root}${path}` } = file;
    return { messaging_product: 'whatsapp', id, url, mime_type, file_size: weighs };
  }

  /** The bytes at a path; nothing where it was never given, or its minutes are over. */
  at(path: string): Buffer | undefined {
    return this.#byPath.get(path);
  }

  closePaths(): void {
    this.#byPath.clear();
  }
}
