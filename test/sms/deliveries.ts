import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Delivery {
  body: string;
  status: number | 'no answer';
}

/** How the gateway shows who it is: the secret as a password, or a signature over the body and the time. */
export type Shows = 'secret' | 'hmac';

/** Brings what people send and what became of messages: one after the other, each until it is answered with 2xx. */
export class Deliveries {
  readonly tried: Delivery[] = [];
  readonly #url: string;
  readonly #secret: string;
  readonly #shows: Shows;
  readonly #retryMs: number;
  #line: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(url: string, secret: string, shows: Shows, retryMs: number) {
    this.#url = url;
    this.#secret = secret;
    this.#shows = shows;
    this.#retryMs = retryMs;
  }

  bring(what: object): void {
    const body = JSON.stringify(what);
    this.#line = this.#line.then(() => this.#deliver(body));
  }

  /** One attempt, past the line. */
  async once(body: string, headers = this.headersFor(body)): Promise<number | 'no answer'> {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 'no answer';
    }
  }

  headersFor(body: string, time = Math.floor(Date.now() / 1000)): Record<string, string> {
    if (this.#shows === 'secret')
      return { authorization: `Basic ${Buffer.from(`gateway:${this.#secret}`).toString('base64')}` };
    const signature = createHmac('sha256', this.#secret).update(`${body}${time}`).digest('hex');
    return { 'x-signature': signature, 'x-timestamp': String(time) };
  }

  /** Resolves when everything was taken. */
  idle(): Promise<void> {
    return this.#line;
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return this.#line;
  }

  async #deliver(body: string): Promise<void> {
    while (!this.#stopped) {
      const status = await this.once(body);
      this.tried.push({ body, status });
      if (status !== 'no answer' && status >= 200 && status < 300) return;
      await pause(this.#retryMs);
    }
  }
}
