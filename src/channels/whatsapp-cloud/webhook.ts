import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Intake, STATUS_OF } from '../platform/commit.ts';
import type { Counted, WebhookDoor } from '../platform/ports.ts';
import { objectIn, readBody } from '../platform/read-body.ts';
import { reply } from '../platform/reply.ts';

/** Meta batches up to 1,000 changes in at most 3 MB. */
const MAX_BYTES = 3_200_000;

interface Around {
  rightSignature: (bytes: Buffer, given: unknown) => boolean;
  rightToken: (given: unknown) => boolean;
  /** Absent before the start and after the stop: the platform comes again. */
  intake: () => Intake | undefined;
  count: (what: Counted) => void;
}

/**
 * `/webhooks/whatsapp`, before any body parser. GET answers Meta's challenge, 403 to anybody else. POST: 401 (one answer
 * for every cause) · 413 · 415 · 400 not a JSON object · 503 come again · 200 durable, or nothing we could ever use.
 */
export function webhookDoor(around: Around): WebhookDoor {
  return (request, response) => {
    if (request.method === 'GET') {
      challenge(around, request, response);
      return;
    }
    answer(around, request)
      .then((status) => reply(response, status, 'GET, POST'))
      .catch(() => response.destroy());
  };
}

/** Meta asks once whether the address is ours, and wants its own word back. */
function challenge({ rightToken, count }: Around, request: IncomingMessage, response: ServerResponse): void {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const word = asked.get('hub.challenge') ?? '';
  const right = asked.get('hub.mode') === 'subscribe' && rightToken(asked.get('hub.verify_token'));
  // Their words are digits; anything else is never sent back to whoever wrote it.
  if (!right || !/^\w{1,128}$/.test(word)) {
    count('unauthenticated');
    reply(response, 403);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': word.length }).end(word);
}

async function answer({ rightSignature, intake, count }: Around, request: IncomingMessage): Promise<number> {
  if (request.method !== 'POST') return 405;
  const body = await readBody(request, MAX_BYTES);
  if ('refused' in body) {
    count('unreadable');
    return body.refused;
  }
  if (!rightSignature(body.bytes, request.headers['x-hub-signature-256'])) {
    count('unauthenticated');
    return 401;
  }
  const notification = objectIn(body.bytes);
  if (notification === undefined) {
    count('unreadable');
    return 400;
  }
  const taking = intake();
  return taking ? STATUS_OF[await taking.take(notification)] : 503;
}
