import { randomBytes } from 'node:crypto';
import type { Media, MediaLibrary } from '../../src/domain/media.ts';
import { unavailable } from '../../src/domain/faults.ts';
import { oggOpus } from './ogg-opus.ts';

export interface MemoryLibrary extends MediaLibrary {
  /** Keeps a recording; two seconds of silence where none is given. */
  add(media?: Partial<Media>): string;
  /** Keeps a picture. */
  addPicture(bytes: Buffer): string;
  drop(id: string): void;
  /** True: the store is out of reach. */
  away: boolean;
  /** How often the bytes were read. */
  reads: number;
}

/** Recordings in memory, for tests of channels; the store is held to the same promises in media.test.ts. */
export function memoryLibrary(): MemoryLibrary {
  const kept = new Map<string, Media>();
  const pictures = new Map<string, Buffer>();
  const find = (id: string): Media | null => {
    if (library.away) throw unavailable('store_unavailable', 'The database does not answer.');
    return kept.get(id) ?? null;
  };
  const library: MemoryLibrary = {
    away: false,
    reads: 0,
    add(media = {}) {
      const id = randomBytes(16).toString('base64url');
      const bytes = media.bytes ?? oggOpus({ seconds: 2 });
      kept.set(id, { type: 'audio/ogg', seconds: 2, size: bytes.length, ...media, bytes });
      return id;
    },
    addPicture(bytes) {
      const id = randomBytes(16).toString('base64url');
      pictures.set(id, bytes);
      return id;
    },
    async picture(id) {
      const bytes = pictures.get(id);
      return bytes === undefined ? null : { type: 'image/jpeg', bytes };
    },
    drop(id) {
      kept.delete(id);
      pictures.delete(id);
    },
    async about(id) {
      const found = find(id);
      if (found === null) return null;
      const { type, size, seconds } = found;
      return { type, size, ...(seconds !== undefined && { seconds }) };
    },
    async get(id) {
      library.reads += 1;
      return find(id);
    },
  };
  return library;
}
