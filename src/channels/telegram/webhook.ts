import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Intake, Verdict } from './intake.ts';
import type { Counted } from './ports.ts';
import { readBody } from './read-body.ts';

export type WebhookDoor = (request: IncomingMessage, response: ServerResponse) => void;

interface Around {
  rightSecret(given: unknown): boolean;
  /** Absent before the start and after the stop: Telegram comes again. */
  intake(): Intake | undefined;
  count(what: Counted): void;
}

const STATUS_OF = { done: 200, unavailable: 503, failed: 500 } as const satisfies Record<Verdict, number>;

/**
 * `POST /webhooks/telegram`, for plain node:http and Express alike, before any body parser.
 * 401 (one answer for every cause) · 405 · 413 over 1 MB · 415 compressed · 400 not a JSON object · 503 come again ·
 * 200 durable, or nothing we could ever use: Telegram would bring it again for a day.
 */
export function webhookDoor(around: Around): WebhookDoor {
  return (request, response) => {
    answer(around, request)
      .then((status) => reply(response, status))
      .catch(() => response.destroy());
  };
}

async function answer(around: Around, request: IncomingMessage): Promise<number> {
  if (request.method !== 'POST') return 405;
  if (!around.rightSecret(request.headers['x-telegram-bot-api-secret-token'])) {
    around.count('unauthenticated');
    return 401;
  }
  const body = await readBody(request);
  if ('refused' in body) {
    around.count('unreadable');
    return body.refused;
  }
  const intake = around.intake();
  return intake ? STATUS_OF[await intake.take(body.json)] : 503;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Errors are problem documents (RFC 9457) that say nothing but their status. */
function reply(response: ServerResponse, status: number): void {
  if (status === 200) {
    response.writeHead(200, { 'content-length': 0 }).end();
    return;
  }
  const body = JSON.stringify({ type: 'about:blank', title: TITLES[status], status });
  response
    .writeHead(status, {
      'content-type': 'application/problem+json',
      'content-length': Buffer.byteLength(body),
      ...(status === 405 && { allow: 'POST' }),
    })
    .end(body);
}
