/** As much of a browser's globals as the page uses: the tests are typed without a DOM. */
interface Browser {
  indexedDB: { open(name: string): OpenRequest };
  location: { assign(url: string): void };
  EventSource: new (url: string) => { onmessage: ((event: { data: string }) => void) | null };
  /** What whatsapp-web.js asks modules from. */
  require?: (name: string) => unknown;
  /** By this it sees that the page is there. */
  Debug?: { VERSION: string };
}

interface Request<T = unknown> {
  result: T;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

interface OpenRequest extends Request<Database> {
  onupgradeneeded: (() => void) | null;
}

interface Database {
  createObjectStore(name: string): void;
  transaction(
    store: string,
    mode: 'readonly' | 'readwrite',
    how: { durability: 'strict' },
  ): {
    objectStore(name: string): { get(key: string): Request; put(value: unknown, key: string): Request };
    oncomplete: (() => void) | null;
  };
}

export const browser = globalThis as unknown as Browser;

const STORE = 'kept';
let database: Promise<Database> | undefined;

/** What is kept over reloads and restarts; as the real page has it, in IndexedDB. */
export async function kept<T>(key: string, otherwise: T): Promise<T> {
  const store = (await opened()).transaction(STORE, 'readonly', { durability: 'strict' }).objectStore(STORE);
  return ((await answered(store.get(key))) as T | undefined) ?? otherwise;
}

/** Resolves when it is on the disk: a Chromium that is killed writes nothing more. */
export async function keep(key: string, value: unknown): Promise<void> {
  const transaction = (await opened()).transaction(STORE, 'readwrite', { durability: 'strict' });
  transaction.objectStore(STORE).put(value, key);
  await new Promise<void>((resolve) => {
    transaction.oncomplete = resolve;
  });
}

function opened(): Promise<Database> {
  return (database ??= (() => {
    const request = browser.indexedDB.open('stand-in');
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return answered(request);
  })());
}

const answered = <T>(request: Request<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('IndexedDB fails.'));
  });
