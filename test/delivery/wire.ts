import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What a platform answers when it does not do as it is asked. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** As JSON; a proxy's page where it is text. */
  body: object | string;
}

/** How one platform says what the wire has it say. */
export interface Manners {
  /** Whether a request sends a message; everything else passes untouched. */
  sends: (path: string, body: string) => boolean;
  busy: (seconds: number) => Answer;
  /** Refusals of one message: nothing was sent, and never will be. */
  refusals: readonly Answer[];
  /** Trouble behind its door: the message may have been taken. */
  trouble: Answer;
}

/** How often what goes wrong, of one. */
export interface Faults {
  /** 429. */
  busy: number;
  /** 400, 403. */
  refuses: number;
  /** 5xx before the message is taken, and after. */
  failsBefore: number;
  failsAfter: number;
  /** The connection is reset before the message is taken, and after. */
  resetsBefore: number;
  resetsAfter: number;
  /** The message is taken, and nobody answers until the caller gives up. */
  silent: number;
  slow: number;
}

export interface WireOptions {
  /** The stand-in behind it. */
  root: string;
  manners: Manners;
  chance: () => number;
  faults?: Partial<Faults>;
  /** What it lets through at most in any window of time; the rest is told to wait a second. */
  limit?: { messages: number; perMs: number };
}

export type Wire = Awaited<ReturnType<typeof startWire>>;

const LONGEST_SLOW_MS = 150;
const BUSY_S = 1;

/** Stands between a channel and its stand-in, and has go wrong what goes wrong on the way (C9, T30). */
export async function startWire({ root, manners, chance, faults = {}, limit }: WireOptions) {
  const target = new URL(root);
  const agent = new http.Agent({ keepAlive: true });
  const seen = { messages: 0, others: 0, answered: new Map<string, number>() };
  const recent: number[] = [];
  const count = (what: string): void => void seen.answered.set(what, (seen.answered.get(what) ?? 0) + 1);

  const forward = (request: http.IncomingMessage, body: Buffer): Promise<Forwarded> =>
    new Promise((resolve, reject) => {
      const { method, url: path, headers } = request;
      const { hostname: host, port } = target;
      const onward = http.request({ agent, host, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      onward.on('error', reject);
      onward.end(body);
    });

  /** Whether one more now would be more than the platform takes. */
  const isTooMuch = (): boolean => {
    if (limit === undefined) return false;
    const now = performance.now();
    while (recent[0] !== undefined && recent[0] <= now - limit.perMs) recent.shift();
    if (recent.length >= limit.messages) return true;
    recent.push(now);
    return false;
  };

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = { request, response, body: Buffer.concat(chunks) };
    if (!manners.sends(request.url ?? '', asked.body.toString())) {
      seen.others += 1;
      await passOn(asked);
      return;
    }
    seen.messages += 1;
    if (isTooMuch()) {
      count('over the limit');
      answer(response, manners.busy(BUSY_S));
      return;
    }
    const fault = drawn(faults, chance());
    count(fault ?? 'taken');
    await (fault === undefined ? passOn(asked) : GO_WRONG[fault](asked));
  }

  const passOn = async ({ request, response, body }: Asked): Promise<void> =>
    write(response, await forward(request, body));

  const GO_WRONG: Readonly<Record<keyof Faults, (asked: Asked) => Promise<void>>> = {
    async slow(asked) {
      await pause(chance() * LONGEST_SLOW_MS);
      await passOn(asked);
    },
    busy: async ({ response }) => answer(response, manners.busy(BUSY_S)),
    refuses: async ({ response }) =>
      answer(response, manners.refusals[Math.floor(chance() * manners.refusals.length)]),
    failsBefore: async ({ response }) => answer(response, { status: 502, body: '<html>Bad Gateway</html>' }),
    async failsAfter({ request, response, body }) {
      await forward(request, body);
      answer(response, manners.trouble);
    },
    async resetsBefore({ request }) {
      request.socket.resetAndDestroy();
    },
    async resetsAfter({ request, body }) {
      await forward(request, body);
      request.socket.resetAndDestroy();
    },
    async silent({ request, body }) {
      await forward(request, body);
    },
  };

  const server = http.createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often it was asked to send, and what it made of that. */
    seen,
    async close(): Promise<void> {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Asked {
  request: http.IncomingMessage;
  response: http.ServerResponse;
  body: Buffer;
}

interface Forwarded {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** Which fault this number falls on; none, where it lies above them all. */
function drawn(faults: Partial<Faults>, chance: number): keyof Faults | undefined {
  let upTo = 0;
  for (const [fault, share] of Object.entries(faults) as [keyof Faults, number][]) {
    upTo += share;
    if (chance < upTo) return fault;
  }
  return undefined;
}

function write(response: http.ServerResponse, { status, headers, body }: Forwarded): void {
  response.writeHead(status, { 'content-type': headers['content-type'] ?? '' }).end(body);
}

function answer(response: http.ServerResponse, given: Answer | undefined): void {
  const { status, headers = {}, body } = given ?? { status: 400, body: {} };
  const [type, text] =
    typeof body === 'string' ? ['text/html', body] : ['application/json', JSON.stringify(body)];
  response.writeHead(status, { 'content-type': type, ...headers }).end(text);
}
