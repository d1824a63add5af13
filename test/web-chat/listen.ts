import type { MailboxItem } from '../../src/channels/web/index.ts';

export interface Ear {
  status: number;
  headers: Headers;
  items: MailboxItem[];
  /** Names of all events, `message` included. */
  events: string[];
  /** Resolves when so many messages have come. */
  until(count: number): Promise<void>;
  /** Breaks the line, as a tunnel does. */
  cut(): void;
  closed: Promise<void>;
}

/** Listens as EventSource does, with the line in the test's hands. */
export async function listen(
  url: string,
  token: string,
  { after, lastEventId }: { after?: number; lastEventId?: number } = {},
): Promise<Ear> {
  const abort = new AbortController();
  const query = new URLSearchParams({ token, ...(after === undefined ? {} : { after: String(after) }) });
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) };
  const response = await fetch(`${url}/api/chat/events?${query}`, { headers, signal: abort.signal });
  const items: MailboxItem[] = [];
  const events: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const take = (block: string): void => {
    const field = (name: string): string | undefined =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const event = field('event');
    if (event === undefined) return;
    events.push(event);
    if (event !== 'message') return;
    const item = JSON.parse(field('data') ?? '') as MailboxItem;
    if (field('id') !== String(item.n)) throw new Error('the id of an event is its number');
    items.push(item);
    for (const { count, resolve } of waiting) if (items.length >= count) resolve();
  };
  const closed = read(response, take);
  return {
    status: response.status,
    headers: response.headers,
    items,
    events,
    until: (count) =>
      items.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    cut: () => abort.abort(),
    closed,
  };
}

async function read(response: Response, take: (block: string) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) take(block);
    }
  } catch {
    // Cut by the test or by the server: what came before it counts.
  }
}
