import express, { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import type { Chance } from '../../domain/clock.ts';
import { checkOpening, readSaid, type Said } from './body.ts';
import type { Mailbox } from './mailbox.ts';
import type { Pace } from './pace.ts';
import { Problem, problems, unavailableProblem } from './problem.ts';
import type { Streams } from './streams.ts';
import { bearerToken, streamToken, TOKEN_BYTES } from './token.ts';
import { isUpload, UPLOAD_LIMIT } from './upload.ts';

export interface Doors {
  chance: Chance;
  mailbox: Mailbox;
  streams: Streams;
  pace: Pace;
  /** Resolves when the message is durable. */
  deliver(token: string, said: Said): Promise<void>;
  report: (cause: unknown) => void;
}

const TEXT_LIMIT = 64 * 1024;
/** Two megabytes each while they are read; a voice note that meets a full house comes again by itself. */
const MOST_UPLOADS = 8;

/** The web chat's HTTP doors, as CONTRACT names them. No cookie is set and no address or user agent is looked at. */
export function chatRouter(doors: Doors): Router {
  const router = Router();
  router.use('/api/chat', noStore);
  router.post('/api/chat', jsonOnly(true), (request, response) => {
    checkOpening(request.body);
    response.status(201).json({ token: doors.chance.token(TOKEN_BYTES) });
  });
  router.post('/api/chat/messages', needToken, jsonOrUpload(), async (request, response) => {
    const said = await readSaid(request);
    const token = bearerToken(request);
    doors.pace(token, said.id);
    await doors.deliver(token, said);
    response.status(202).json({ id: said.id });
  });
  router.get('/api/chat/messages', async (request, response) => {
    const token = streamToken(request);
    response.json(await doors.mailbox.list(token, afterOf(request)));
  });
  router.get('/api/chat/events', async (request, response) => {
    const token = streamToken(request);
    // Express answers HEAD by the same function, and a HEAD must not stay open.
    if (request.method !== 'GET') throw notAllowed('GET');
    await doors.streams.open(token, afterOf(request), response);
  });
  router.all('/api/chat', refuseMethod('POST'));
  router.all('/api/chat/messages', refuseMethod('GET, POST'));
  router.all('/api/chat/events', refuseMethod('GET'));
  router.use('/api/chat', () => {
    throw new Problem(404, 'not_found', 'There is no such door; see the API description.');
  });
  router.use(problems(doors.report));
  return router;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const needToken: RequestHandler = (request, _response, next) => {
  bearerToken(request);
  next();
};

const notAllowed = (allow: string): Problem => new Problem(405, 'method', `Use ${allow}.`, { Allow: allow });

const refuseMethod =
  (allow: string): RequestHandler =>
  () => {
    throw notAllowed(allow);
  };

const readJson: RequestHandler = express.json({ limit: TEXT_LIMIT, strict: false, inflate: false });
const readForm: RequestHandler = express.raw({
  type: 'multipart/form-data',
  limit: UPLOAD_LIMIT,
  inflate: false,
});

/** `mayBeEmpty`: a request without a body has no type to be wrong. */
function jsonOnly(mayBeEmpty: boolean): RequestHandler {
  return (request, response, next) => {
    const empty = mayBeEmpty && request.get('content-type') === undefined;
    if (!empty && typeof request.is('application/json') !== 'string')
      throw new Problem(415, 'media_type', 'Send application/json.');
    readJson(request, response, next);
  };
}

function jsonOrUpload(): RequestHandler {
  const json = jsonOnly(false);
  let uploads = 0;
  return (request, response, next) => {
    if (!isUpload(request)) {
      json(request, response, next);
      return;
    }
    if (uploads >= MOST_UPLOADS) throw unavailableProblem();
    uploads += 1;
    response.once('close', () => (uploads -= 1));
    readForm(request, response, next);
  };
}

const position = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** Where to go on: a browser that lost the line says it in a header, a page that was reloaded in the query. */
function afterOf(request: Request): number {
  const asked = request.get('last-event-id') ?? request.query['after'] ?? '0';
  const after = position.safeParse(asked);
  if (after.success) return after.data;
  throw new Problem(400, 'bad_after', 'Send the number "n" of the last message you have.');
}
