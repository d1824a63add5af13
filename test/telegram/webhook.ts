import http from 'node:http';
import { demand } from './refusal.ts';
import type { Params } from './shapes.ts';
import type { Pending, UpdateQueue } from './update-queue.ts';

interface Target {
  url: URL;
  secret: string | undefined;
  connections: number;
}

/** One attempt to bring an update to the bot. */
export interface Delivery {
  update_id: number;
  status: number | 'no answer';
}

const MAX_CONNECTIONS = 100;
const ANSWER_WITHIN_MS = 60_000;
const KEPT_DELIVERIES = 10_000;

/**
 * Delivery by webhook: a lane (a chat's messages, a person's taps) strictly one after the other, lanes side by side up to
 * `max_connections`, and an update until it is answered with 2xx. What stands in the answer's body is not carried out.
 */
export class Webhook {
  readonly deliveries: Delivery[] = [];
  readonly #queue: UpdateQueue;
  readonly #retryMs: number;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: MAX_CONNECTIONS });
  #target: Target | undefined;
  #lanes = new Map<string, Pending[]>();
  #ready: string[] = [];
  #inFlight = 0;
  #lastError: string | undefined;

  constructor(queue: UpdateQueue, retryMs: number) {
    this.#queue = queue;
    this.#retryMs = retryMs;
    queue.onAdded((pending) => {
      if (this.#target) this.#line(pending);
      this.#pump();
    });
  }

  get active(): boolean {
    return this.#target !== undefined;
  }

  /** https is not demanded: the stand-in runs on the same machine, like a Bot API server started with `--local`. */
  set(params: Params): true {
    const { url, secret_token: secret, max_connections: connections = 40, allowed_updates: kinds } = params;
    demand(typeof url === 'string', 'Bad Request: url is empty');
    if (url === '') return this.remove(params);
    demand(URL.canParse(url), 'Bad Request: bad webhook: invalid webhook URL specified');
    demand(
      secret === undefined || (typeof secret === 'string' && /^[A-Za-z0-9_-]{1,256}$/.test(secret)),
      'Bad Request: secret token contains unallowed characters',
    );
    const most = Number(connections);
    demand(most >= 1 && most <= MAX_CONNECTIONS, 'Bad Request: max_connections must be between 1 and 100');
    this.#queue.allow(kinds);
    if (params['drop_pending_updates'] === true) this.#queue.clear();
    this.#lanes = new Map();
    this.#ready = [];
    this.#target = { url: new URL(url), secret, connections: most };
    for (const pending of this.#queue.waiting()) this.#line(pending);
    this.#pump();
    return true;
  }

  remove(params: Params): true {
    this.#target = undefined;
    this.#lastError = undefined;
    if (params['drop_pending_updates'] === true) this.#queue.clear();
    return true;
  }

  about(): Record<string, unknown> {
    return {
      url: this.#target?.url.href ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#queue.size,
      ...(this.#target && { max_connections: this.#target.connections }),
      ...(this.#lastError !== undefined && { last_error_message: this.#lastError }),
    };
  }

  stop(): void {
    this.#target = undefined;
    this.#agent.destroy();
  }

  #line(pending: Pending): void {
    const lane = this.#lanes.get(pending.lane);
    if (lane) {
      lane.push(pending);
    } else {
      this.#lanes.set(pending.lane, [pending]);
      this.#ready.push(pending.lane);
    }
  }

  #pump(): void {
    while (this.#target && this.#inFlight < this.#target.connections) {
      const name = this.#ready.shift();
      const pending = name === undefined ? undefined : this.#lanes.get(name)?.[0];
      if (!pending) return;
      void this.#deliver(pending, this.#target);
    }
  }

  async #deliver(pending: Pending, target: Target): Promise<void> {
    this.#inFlight += 1;
    const status = await post(target, JSON.stringify(pending.update), this.#agent);
    this.#inFlight -= 1;
    this.#record({ update_id: pending.update.update_id, status });
    const taken = status !== 'no answer' && status >= 200 && status < 300;
    if (taken) this.#queue.confirm(pending);
    if (this.#target === target) {
      if (taken) this.#advance(pending.lane);
      else setTimeout(() => this.#retry(pending.lane, target), this.#retryMs);
    }
    this.#pump();
  }

  #advance(name: string): void {
    const lane = this.#lanes.get(name);
    lane?.shift();
    if (lane?.length) this.#ready.push(name);
    else this.#lanes.delete(name);
  }

  #retry(lane: string, target: Target): void {
    if (this.#target !== target) return;
    this.#ready.push(lane);
    this.#pump();
  }

  #record(delivery: Delivery): void {
    this.#lastError =
      delivery.status === 'no answer'
        ? 'Connection refused'
        : delivery.status >= 300
          ? `Wrong response from the webhook: ${delivery.status}`
          : undefined;
    this.deliveries.push(delivery);
    if (this.deliveries.length > 2 * KEPT_DELIVERIES) this.deliveries.splice(0, KEPT_DELIVERIES);
  }
}

function post(target: Target, body: string, agent: http.Agent): Promise<Delivery['status']> {
  const headers: http.OutgoingHttpHeaders = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(target.secret !== undefined && { 'x-telegram-bot-api-secret-token': target.secret }),
  };
  return new Promise((resolve) => {
    const request = http.request(
      target.url,
      { method: 'POST', headers, agent, timeout: ANSWER_WITHIN_MS },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 'no answer'));
      },
    );
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve('no answer'));
    // An answer cut in its middle has neither an end nor, here, an error.
    request.on('close', () => resolve('no answer'));
    request.end(body);
  });
}
