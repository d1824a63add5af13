import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Needle } from './needles.ts';

export interface Hit {
  where: string;
  what: string;
  shape: string;
}

/** A needle may lie across two pieces of a file. */
const OVERLAP = 256;
const PIECE = 8 * 1024 * 1024;
const PREFIX = 3;
/** A journal is made of a hundred megabytes of zeros first. */
const ZEROS = Buffer.alloc(4096);
/** No needle begins with so many zeros. */
const LEADING_ZEROS = 16;

/** Looks for thousands of needles at once: their first three bytes are a table, so most places cost one look. */
export class Search {
  readonly #first = new Uint8Array(1 << 24);
  readonly #byPrefix = new Map<number, Needle[]>();

  constructor(needles: readonly Needle[]) {
    for (const needle of needles) {
      const key = needle.bytes.readUIntBE(0, PREFIX);
      this.#first[key] = 1;
      this.#byPrefix.set(key, [...(this.#byPrefix.get(key) ?? []), needle]);
    }
  }

  inBytes(bytes: Buffer, where: string): Hit[] {
    const hits: Hit[] = [];
    const first = this.#first;
    let key = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
    for (let end = 2; end < bytes.length; end += 1) {
      key = ((key << 8) | (bytes[end] ?? 0)) & 0xffffff;
      if (first[key] !== 1) {
        if (key === 0 && isEmpty(bytes, end)) end += ZEROS.length - LEADING_ZEROS;
        continue;
      }
      const at = end - 2;
      for (const { bytes: wanted, what, shape } of this.#byPrefix.get(key) ?? [])
        if (bytes.subarray(at, at + wanted.length).equals(wanted)) hits.push({ where, what, shape });
    }
    return hits;
  }

  async inFile(file: string, where: string): Promise<{ hits: Hit[]; bytes: number }> {
    const hits: Hit[] = [];
    let total = 0;
    let rest = Buffer.alloc(0);
    for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
      total += (piece as Buffer).length;
      const bytes = Buffer.concat([rest, piece as Buffer]);
      hits.push(...this.inBytes(bytes, where));
      rest = bytes.subarray(Math.max(0, bytes.length - OVERLAP));
    }
    return { hits, bytes: total };
  }

  /** Every file below a folder. */
  async inFolder(folder: string): Promise<{ hits: Hit[]; bytes: number; files: string[] }> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const found = { hits: [] as Hit[], bytes: 0, files: [] as string[] };
    for (const file of files) {
      const where = path.relative(folder, file);
      // MongoDB removes journal files and temporary tables while it runs.
      const one = await this.inFile(file, where).catch(unlessGone);
      found.hits.push(...one.hits);
      found.bytes += one.bytes;
      found.files.push(where);
    }
    return found;
  }
}

/** Whether nothing but zeros comes for a while. */
const isEmpty = (bytes: Buffer, from: number): boolean =>
  bytes[from + ZEROS.length - 1] === 0 && ZEROS.equals(bytes.subarray(from, from + ZEROS.length));

function unlessGone(cause: unknown): { hits: Hit[]; bytes: number } {
  if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  return { hits: [], bytes: 0 };
}
