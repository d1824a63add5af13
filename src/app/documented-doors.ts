import { z } from 'zod';
import type { Door } from '../web/api/index.ts';

/** Doors that are not routes of the API, as CONTRACT names them. A test holds this list against what is served. */
export const DOORS: readonly Door[] = [
  {
    ...{ method: 'post', path: '/api/chat', tag: 'Web chat' },
    summary: 'Open a conversation',
    description: 'No cookie, no address, no user agent is kept: the token is the conversation.',
    body: { types: { 'application/json': z.strictObject({ lang: tag().optional() }) }, optional: true },
    answers: { 201: json('The conversation’s token.', z.object({ token: z.string() })) },
    refuses: [400, 413, 415, 500, 503],
  },
  {
    ...{ method: 'post', path: '/api/chat/messages', tag: 'Web chat' },
    summary: 'Say something, choose, or send a voice note or a photo',
    description: 'The id is yours; the same message may be sent again until it is acknowledged.',
    credentials: ['chatToken'],
    body: {
      types: {
        'application/json': z.union([
          z.strictObject({ id: messageId(), say: z.string().min(1) }),
          z.strictObject({ id: messageId(), choose: z.string().min(1).max(128) }),
        ]),
        'multipart/form-data': z.union([
          z.strictObject({ id: messageId(), voice: z.string().describe('Audio of at most 150 kB.') }),
          z.strictObject({
            id: messageId(),
            photo: z.string().describe('JPEG, PNG or WebP of at most 2 MB.'),
          }),
        ]),
      },
    },
    answers: { 202: json('It is durable.', z.object({ id: z.string() })) },
    refuses: [400, 401, 413, 415, 429, 500, 503],
  },
  {
    ...{ method: 'get', path: '/api/chat/messages', tag: 'Web chat' },
    summary: 'What the bot said',
    credentials: ['chatToken'],
    query: z.strictObject({ token: token().optional(), after: after().optional() }),
    answers: { 200: json('The newest last.', z.array(said())) },
    refuses: [400, 401, 500, 503],
  },
  {
    ...{ method: 'get', path: '/api/chat/events', tag: 'Web chat' },
    summary: 'The same as server-sent events',
    description:
      'Events `message` carry one message; `moved` says that a newer page listens instead; `beat` keeps the line open.',
    credentials: ['chatToken'],
    query: z.strictObject({ token: token().optional(), after: after().optional() }),
    answers: { 200: { says: 'A stream.', type: 'text/event-stream' } },
    refuses: [400, 401, 500, 503],
  },
  {
    ...{ method: 'get', path: '/media/{id}', tag: 'Web chat' },
    summary: 'A recording',
    params: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }),
    answers: {
      200: { says: 'The whole of it.', type: 'audio/*' },
      206: { says: 'The part asked for.', type: 'audio/*' },
    },
    refuses: [400, 404, 416, 500, 503],
  },
  {
    ...{ method: 'post', path: '/staff/sign-in', tag: 'Staff' },
    summary: 'Sign in',
    description: 'The answer’s `__Host-benkan` cookie opens the API. A code is good once.',
    body: {
      types: {
        'application/x-www-form-urlencoded': z.object({
          email: z.string().min(1).max(254),
          password: z.string().min(1).max(1000),
          code: z.string().min(1).max(16).describe('The six digits of the second factor.'),
          next: z.string().max(500).optional(),
        }),
      },
    },
    answers: { 303: { says: 'Signed in.' } },
    refuses: [400, 401, 403, 413, 415, 429, 500, 503],
  },
  {
    ...{ method: 'post', path: '/webhooks/telegram', tag: 'Platforms' },
    summary: 'For Telegram alone',
    description: '200 only when the update is durable. 404 where no bot is set up.',
    credentials: ['webhookSecret'],
    body: { types: { 'application/json': z.looseObject({ update_id: z.int() }) } },
    answers: { 200: { says: 'Durable, or nothing we could ever use.' } },
    refuses: [400, 401, 404, 413, 415, 500, 503],
  },
  {
    ...{ method: 'get', path: '/webhooks/whatsapp', tag: 'Platforms' },
    summary: 'Meta’s question whether the address is ours',
    description: '404 where WhatsApp is not set up.',
    query: z.looseObject({
      'hub.mode': z.string(),
      'hub.verify_token': z.string(),
      'hub.challenge': z.string(),
    }),
    answers: { 200: { says: 'Its own word.', type: 'text/plain' } },
    refuses: [403, 404, 503],
  },
  {
    ...{ method: 'post', path: '/webhooks/whatsapp', tag: 'Platforms' },
    summary: 'For Meta alone',
    description: '200 only when everything in it is durable. 404 where WhatsApp is not set up.',
    credentials: ['webhookSignature'],
    body: {
      types: {
        'application/json': z.looseObject({
          object: z.literal('whatsapp_business_account'),
          entry: z.array(z.looseObject({})),
        }),
      },
    },
    answers: { 200: { says: 'Durable, or nothing we could ever use.' } },
    refuses: [400, 401, 404, 413, 415, 500, 503],
  },
  {
    ...{ method: 'post', path: '/webhooks/sms', tag: 'Platforms' },
    summary: 'For the gateway for SMS alone',
    description:
      'An SMS, a report, or a list of them; where their fields stand is set. 200 only when everything in it is durable. 404 where no gateway is set.',
    credentials: ['smsGateway'],
    body: {
      types: {
        'application/json': z.looseObject({}),
        'application/x-www-form-urlencoded': z.looseObject({}),
      },
    },
    answers: { 200: { says: 'Durable, or nothing we could ever use.' } },
    refuses: [400, 401, 404, 413, 415, 500, 503],
  },
  {
    ...{ method: 'get', path: '/webhooks/sms', tag: 'Platforms' },
    summary: 'The same for a gateway that calls with a query',
    description: '404 where no gateway is set; not offered where the gateway signs what it sends.',
    credentials: ['smsGateway'],
    query: z.looseObject({}),
    answers: { 200: { says: 'Durable, or nothing we could ever use.' } },
    refuses: [400, 401, 404, 500, 503],
  },
  {
    ...{ method: 'get', path: '/feed.xml', tag: 'Public' },
    summary: 'What is published, as a feed (Atom, RFC 4287)',
    description:
      'An entry keeps its id; `updated` moves with a correction and with a withdrawal, which takes the words away.',
    query: z.strictObject({ lang: tag().optional() }),
    answers: { 200: { says: 'The newest fifty.', type: 'application/atom+xml' } },
    refuses: [500, 503],
  },
  {
    ...{ method: 'get', path: '/claims.jsonld', tag: 'Public' },
    summary: 'What was denied, as fact-checks (schema.org ClaimReview)',
    query: z.strictObject({ lang: tag().optional() }),
    answers: { 200: { says: 'A DataFeed of ClaimReviews.', type: 'application/ld+json' } },
    refuses: [500, 503],
  },
  {
    ...{ method: 'get', path: '/healthz', tag: 'Operation' },
    summary: 'This process lives',
    answers: { 200: { says: 'It does.', type: 'text/plain' } },
    refuses: [],
  },
  {
    ...{ method: 'get', path: '/readyz', tag: 'Operation' },
    summary: 'The database answers',
    answers: {
      200: { says: 'It does.', type: 'text/plain' },
      503: { says: 'Not now.', type: 'text/plain' },
    },
    refuses: [],
  },
  {
    ...{ method: 'get', path: '/openapi.json', tag: 'Operation' },
    summary: 'This description',
    answers: { 200: json('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
    refuses: [503],
  },
];

function json(says: string, schema: z.ZodType): { says: string; type: string; schema: z.ZodType } {
  return { says, type: 'application/json', schema };
}

function tag(): z.ZodType {
  return z.string().regex(/^[a-z]{2,3}$/);
}

function messageId(): z.ZodType {
  return z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
}

function token(): z.ZodType {
  const how = 'Where headers cannot be sent; otherwise Authorization: Bearer.';
  return z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .describe(how);
}

function after(): z.ZodType {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .describe('The "n" of the last message you have.');
}

function said(): z.ZodType {
  return z.object({
    n: z.int().describe('Only grows.'),
    text: z.string(),
    lang: z.string().optional().describe('Of the talk, once its person has chosen one.'),
    choices: z.array(
      z.object({
        ...{ id: z.string(), label: z.string() },
        digits: z.string().optional().describe('What may be typed for it.'),
      }),
    ),
    audio: z
      .object({ url: z.string(), type: z.string(), bytes: z.int(), seconds: z.number().optional() })
      .optional(),
    image: z.object({ url: z.string(), bytes: z.int() }).optional(),
  });
}
