import type { IncomingMessage } from 'node:http';
import { type Intake, STATUS_OF } from '../platform/commit.ts';
import type { Counted, WebhookDoor } from '../platform/ports.ts';
import { readBody } from '../platform/read-body.ts';
import { reply } from '../platform/reply.ts';
import { readForm, textOf } from './read-form.ts';
import type { Allowed, Auth } from './signature.ts';

/** A batch of a thousand SMS; one has a few hundred bytes. */
const MAX_BYTES = 1_000_000;

interface Around {
  auth: Auth['kind'];
  allowed: Allowed;
  /** Absent before the start and after the stop: the gateway comes again. */
  intake: () => Intake | undefined;
  count: (what: Counted) => void;
}

/**
 * `/webhooks/sms`, before any body parser: POST with JSON or a form, and GET with a query where the gateway shows a
 * secret (a signature is over a body). 401 (one answer for every cause) · 405 · 413 over 1 MB · 415 compressed, or
 * neither JSON nor a form · 400 not readable · 503 come again · 200 durable, or nothing we could ever use.
 */
export function webhookDoor(around: Around): WebhookDoor {
  const methods = around.auth === 'secret' ? ['GET', 'POST'] : ['POST'];
  return (request, response) => {
    answer(around, request, methods)
      .then((status) => reply(response, status, methods.join(', ')))
      .catch(() => response.destroy());
  };
}

async function answer(
  { auth, allowed, intake, count }: Around,
  request: IncomingMessage,
  methods: readonly string[],
): Promise<number> {
  if (!methods.includes(request.method ?? '')) return 405;
  // A secret is looked at before anything is read; a signature is over what was read.
  if (auth === 'secret' && !allowed(request.headers, NOTHING)) {
    count('unauthenticated');
    return 401;
  }
  const body = request.method === 'GET' ? { bytes: NOTHING } : await readBody(request, MAX_BYTES);
  if ('refused' in body) {
    count('unreadable');
    return body.refused;
  }
  if (auth === 'hmac' && !allowed(request.headers, body.bytes)) {
    count('unauthenticated');
    return 401;
  }
  const read = request.method === 'GET' ? queryOf(request) : contentOf(request, body.bytes);
  if ('refused' in read) {
    count('unreadable');
    return read.refused;
  }
  const taking = intake();
  return taking ? STATUS_OF[await taking.take(read.content)] : 503;
}

const NOTHING = Buffer.alloc(0);

type Read = { content: object } | { refused: 400 | 415 };

function queryOf({ url = '' }: IncomingMessage): Read {
  const [, query = ''] = /^[^?]*\?(.*)$/su.exec(url) ?? [];
  return orBad(readForm(query));
}

function contentOf({ headers }: IncomingMessage, bytes: Buffer): Read {
  const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  if (type.trim() === 'application/x-www-form-urlencoded') return orBad(readForm(bytes.toString('latin1')));
  if (!/^(application\/(.+\+)?json)?$/u.test(type.trim())) return { refused: 415 };
  try {
    const json: unknown = JSON.parse(textOf(bytes));
    return orBad(typeof json === 'object' && json !== null ? json : undefined);
  } catch {
    return { refused: 400 };
  }
}

const orBad = (content: object | undefined): Read =>
  content === undefined || Object.keys(content).length === 0 ? { refused: 400 } : { content };
