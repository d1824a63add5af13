import { copyOf, nothingSeen } from './last-seen/copy.ts';
import { forget, keep, KEPT, kept } from './last-seen/kept.ts';

/** What a service worker has and a page has not; the compiler knows pages. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { data: unknown }) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

// Copies of an older make are not read by this one.
worker.addEventListener('activate', (event) => {
  const drop = async (): Promise<void> => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  };
  event.waitUntil(drop());
});

worker.addEventListener('message', (event) => {
  const { keep: addresses } = event.data as { keep?: unknown };
  if (!Array.isArray(addresses)) return;
  const fetched = addresses.map(async (address) => keep(String(address), await fetch(String(address))));
  event.waitUntil(Promise.all(fetched).catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(read(event));
  else if (pathname.startsWith('/assets/')) event.respondWith(worn(event));
});

/** What stands there now; a copy only where nothing answers, so that none hides a withdrawal. */
async function read({ request }: Asked): Promise<Response> {
  const { url } = request;
  let answer: Response;
  try {
    const accept = request.headers.get('accept') ?? 'text/html';
    // Asked anew each time, which costs a hundred bytes where nothing changed: what a browser keeps for a minute would
    // hide that it was taken back, or that there is no network.
    const how: RequestInit = {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'manual',
      headers: { accept },
    };
    answer = await fetch(url, how);
  } catch {
    const copy = await kept(url);
    return copy === undefined ? nothingSeen() : copyOf(copy);
  }
  if (answer.ok) await keep(url, answer.clone());
  else if (answer.status === 404 || answer.status === 410) await forget(url);
  return answer;
}

/** Style sheets and fonts have a name that changes with them: what is kept is the same. */
async function worn({ request }: Asked): Promise<Response> {
  const copy = await kept(request.url);
  if (copy !== undefined) return copy;
  const answer = await fetch(request);
  if (answer.ok) await keep(request.url, answer.clone());
  return answer;
}
