import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { publicItems, publicNewsRoutes } from '../../src/capabilities/updates/public/index.ts';
import { type Cards, cards } from '../../src/capabilities/updates/share/index.ts';
import type { MediaCard } from '../../src/domain/media.ts';
import { type PublicRoute, publicRouter } from '../../src/web/public/index.ts';
import { type MemoryLog, memoryLog } from './memory-log.ts';

export const PUBLIC_URL = 'https://benkan.example';

/** The id of the one picture there is. */
export const PICTURE = 'p'.repeat(22);

export interface PublicSite {
  log: MemoryLog;
  /** Recordings that are kept, by id. */
  recordings: Map<string, MediaCard>;
  /** What was reported as ours. */
  failed: { id: string; code: string }[];
  url: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The page at a path, whatever its status. */
  page(path: string): Promise<string>;
  close(): Promise<void>;
}

/** The public site on a log in memory, at noon of 2026-11-22. */
export async function publicSite({
  more = [],
  draw = cards(),
}: {
  more?: PublicRoute[];
  draw?: Cards;
} = {}): Promise<PublicSite> {
  const log = memoryLog();
  const recordings = new Map<string, MediaCard>();
  const failed: PublicSite['failed'] = [];
  const routes = publicNewsRoutes({
    ...{ items: publicItems(log), cards: draw, clock: { now: () => Date.parse('2026-11-22T12:00:00Z') } },
    places: [
      { slug: 'gao', name: 'Gao' },
      { slug: 'kayes', name: 'Kayes' },
      { slug: 'gao/ansongo', name: 'Ansongo' },
    ],
    recordingOf: async (id) => recordings.get(id) ?? null,
    pictures: { sizeOf: async (id) => (id === PICTURE ? 41_000 : undefined) },
  });
  const app = express();
  app.use(
    publicRouter({
      routes: [...routes, ...more],
      publicUrl: PUBLIC_URL,
      chance: { token: (bytes: number) => 'x'.repeat(bytes) },
      log: { failed: ({ id, code }) => void failed.push({ id, code }) },
    }),
  );
  app.use((_request, response) => void response.status(404).send('elsewhere'));
  const server = createServer({ keepAliveTimeout: 60_000 }, app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url + path, { redirect: 'manual', ...init });
  return {
    ...{ log, recordings, failed, url, ask },
    page: async (path) => (await ask(path)).text(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
