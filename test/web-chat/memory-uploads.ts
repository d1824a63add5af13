import type { Upload, Uploads } from '../../src/channels/web/index.ts';

/** Files of pages in memory, for tests of the channel; the store is held to the same promises beside it. */
export function memoryUploads(): Uploads {
  const kept = new Map<string, Upload>();
  return {
    async put(address, message, file) {
      const id = Buffer.from(`${address} ${message}`).toString('base64url').slice(-22);
      kept.set(id, file);
      return id;
    },
    get: async (id) => kept.get(id) ?? null,
    remove: async (id) => void kept.delete(id),
  };
}
