import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Delivery {
  body: string;
  status: number | 'no answer';
}

/** Brings notifications: signed, one after the other, each until it is answered with 2xx. */
export class Deliveries {
  readonly tried: Delivery[] = [];
  readonly #url: string;
  readonly #appSecret: string;
  readonly #retryMs: number;
  #line: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(url: string, appSecret: string, retryMs: number) {
    this.#url = url;
    this.#appSecret = appSecret;
    this.#retryMs = retryMs;
  }

  bring(notification: object): void {
    const body = JSON.stringify(notification);
    this.#line = this.#line.then(() => this.#deliver(body));
  }

  /** One attempt with any signature, past the line. */
  async once(body: string, signature = this.sign(body)): Promise<number | 'no answer'> {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
        body,
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 'no answer';
    }
  }

  sign(body: string): string {
    return `sha256=${createHmac('sha256', this.#appSecret).update(body).digest('hex')}`;
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
