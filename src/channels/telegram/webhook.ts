import type { IncomingMessage } from 'node:http';
import { type Intake, STATUS_OF } from '../platform/commit.ts';
import type { Counted, WebhookDoor } from '../platform/ports.ts';
import { objectIn, readBody } from '../platform/read-body.ts';
import { reply } from '../platform/reply.ts';

interface Around {
  rightSecret(given: unknown): boolean;
  /** Absent before the start and after the stop: Telegram comes again. */
  intake(): Intake | undefined;
  count(what: Counted): void;
}

/** Telegram's updates stay under 100 kB; this is ten times more. */
const MAX_BYTES = 1_000_000;

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
  const body = await readBody(request, MAX_BYTES);
  const update = 'bytes' in body ? objectIn(body.bytes) : undefined;
  if (update === undefined) {
    around.count('unreadable');
    return 'refused' in body ? body.refused : 400;
  }
  const intake = around.intake();
  return intake ? STATUS_OF[await intake.take(update)] : 503;
}
