/** What this device keeps; another name is another make of it. */
export const KEPT = 'benkan-seen-1';

/** Some 400 kB unpacked: an afternoon of reading, and nothing a small phone notices. */
const MOST_PAGES = 40;
const MOST_FILES = 20;

const TYPES = /^text\/(?:html|css)|^font\//;

/** Keeps an answer of the house as it came, with its own date; the oldest go. */
export async function keep(address: string, answer: Response): Promise<void> {
  const type = answer.headers.get('content-type') ?? '';
  const isPrivate = /no-store/.test(answer.headers.get('cache-control') ?? '');
  if (!answer.ok || answer.redirected || isPrivate || !TYPES.test(type)) return;
  const cache = await caches.open(KEPT);
  // Put again it is the newest.
  await cache.delete(address);
  await cache.put(address, answer);
  const all = await cache.keys();
  const isFile = ({ url }: Request): boolean => new URL(url).pathname.startsWith('/assets/');
  const old = [
    ...all.filter((one) => !isFile(one)).slice(0, -MOST_PAGES),
    ...all.filter(isFile).slice(0, -MOST_FILES),
  ];
  await Promise.all(old.map((one) => cache.delete(one)));
}

export const kept = async (address: string): Promise<Response | undefined> =>
  (await caches.open(KEPT)).match(address, { ignoreVary: true });

export async function forget(address: string): Promise<void> {
  await (await caches.open(KEPT)).delete(address);
}

/** Pages that are kept, the newest first: where they stand and what they are called, as HTML has it. */
export async function pagesKept(): Promise<{ href: string; title: string }[]> {
  const cache = await caches.open(KEPT);
  const pages: { href: string; title: string }[] = [];
  for (const request of [...(await cache.keys())].reverse()) {
    const { pathname, search } = new URL(request.url);
    if (pathname.startsWith('/assets/')) continue;
    const html = await (await cache.match(request, { ignoreVary: true }))?.text();
    const title = /<title>([^<]*)<\/title>/.exec(html ?? '')?.[1] ?? pathname;
    pages.push({ href: (pathname + search).replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`), title });
  }
  return pages;
}
