import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import type { Method } from './methods.ts';
import { readMultipart } from './multipart.ts';
import { BotApiRefusal } from './refusal.ts';
import type { Params } from './shapes.ts';

export interface Surroundings {
  token: string;
  methods: Map<string, Method>;
  faults: Faults;
  /** The bytes at a path `getFile` gave. */
  fileAt(path: string): Buffer | undefined;
  /** Told of every call but `getUpdates`, before it is carried out. */
  onCall(method: string, params: Params): void;
}

/** The HTTP side: tokens, bodies, faults, answers. Returns the root to call and a way to close it. */
export async function listen(
  around: Surroundings,
  port: number,
): Promise<{ root: string; close(): Promise<void> }> {
  const server = http.createServer(
    // A busy machine may be long with its next call; a connection closed just then is no rule of Telegram's.
    { keepAliveTimeout: 60_000 },
    (request, response) => void serve(around, request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { root: `http://127.0.0.1:${address.port}`, close };
}

async function serve(
  around: Surroundings,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<unknown> {
  const fetched = /^\/file\/bot([^/]+)\/([\w./-]+)$/.exec(request.url ?? '');
  if (fetched) return bring(around, { token: fetched[1], path: fetched[2] ?? '' }, response);
  const body = await read(request);
  const named = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '');
  // Telegram says 404 to a token that cannot be one, 401 to one it does not know.
  if (!named || !/^\d+:[\w-]+$/.test(named[1] ?? ''))
    return refuse(response, new BotApiRefusal(404, 'Not Found'));
  if (named[1] !== around.token) return refuse(response, new BotApiRefusal(401, 'Unauthorized'));
  const name = named[2] ?? '';
  const method = around.methods.get(name);
  if (!method) return refuse(response, new BotApiRefusal(404, 'Not Found: method not found'));
  try {
    const params = parse(body, request.headers['content-type'] ?? '');
    if (name !== 'getUpdates') around.onCall(name, params);
    return await carryOut({ name, method, params }, around.faults, response);
  } catch (error) {
    return refuse(
      response,
      error instanceof BotApiRefusal
        ? error
        : new BotApiRefusal(500, `Internal Server Error: ${String(error)}`),
    );
  }
}

interface Asked {
  name: string;
  method: Method;
  params: Params;
}

async function carryOut(asked: Asked, faults: Faults, response: http.ServerResponse): Promise<unknown> {
  const wrong = faults.next(asked.name, asked.params['chat_id']);
  if (wrong === 'drops before') return response.socket?.destroy();
  if (typeof wrong === 'object') {
    if ('page' in wrong) return response.writeHead(wrong.page, { 'content-type': 'text/html' }).end('<html>');
    if ('answer' in wrong) return refuse(response, ordered(wrong));
    await pause(wrong.waitsMs);
  }
  const hangUp = new AbortController();
  response.on('close', () => hangUp.abort());
  const result = await asked.method(asked.params, hangUp.signal);
  if (wrong === 'drops after') return response.socket?.destroy();
  return answer(response, 200, { ok: true, result });
}

/** A file travels without an envelope; what goes wrong with it is ordered under the name `download`. */
async function bring(
  around: Surroundings,
  { token, path }: { token: string | undefined; path: string },
  response: http.ServerResponse,
): Promise<unknown> {
  if (token !== around.token) return refuse(response, new BotApiRefusal(401, 'Unauthorized'));
  const bytes = around.fileAt(path);
  const wrong = around.faults.next('download', undefined);
  if (wrong === 'drops before') return response.socket?.destroy();
  if (typeof wrong === 'object') {
    if ('page' in wrong) return response.writeHead(wrong.page, { 'content-type': 'text/html' }).end('<html>');
    if ('answer' in wrong) return refuse(response, ordered(wrong));
    await pause(wrong.waitsMs);
  }
  if (bytes === undefined) return refuse(response, new BotApiRefusal(404, 'Not Found'));
  const headers = { 'content-type': 'application/octet-stream', 'content-length': bytes.length };
  response.writeHead(200, headers);
  if (wrong !== 'drops after') return response.end(bytes);
  // In the middle: what has come is not the whole.
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
  return undefined;
}

function ordered(wrong: { answer: number; description: string; retryAfter?: number }): BotApiRefusal {
  const parameters = wrong.retryAfter === undefined ? undefined : { retry_after: wrong.retryAfter };
  return new BotApiRefusal(wrong.answer, wrong.description, parameters);
}

function refuse(
  response: http.ServerResponse,
  { code, message, parameters }: BotApiRefusal,
): http.ServerResponse {
  return answer(response, code, {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters && { parameters }),
  });
}

function answer(response: http.ServerResponse, status: number, body: unknown): http.ServerResponse {
  const bytes = Buffer.from(JSON.stringify(body));
  return response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
    .end(bytes);
}

async function read(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** JSON, or one of the two kinds of form, in which what is no plain value is JSON. */
function parse(body: Buffer, type: string): Params {
  if (body.length === 0) return {};
  if (type.startsWith('multipart/')) return withObjects(readMultipart(body, type));
  if (!type.startsWith('application/json'))
    return withObjects(Object.fromEntries(new URLSearchParams(body.toString())));
  return fromJson(body.toString()) as Params;
}

const OBJECTS = ['reply_markup', 'entities', 'caption_entities', 'link_preview_options', 'commands'];

const withObjects = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      OBJECTS.includes(name) ? fromJson(String(value)) : value,
    ]),
  );

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BotApiRefusal(400, "Bad Request: can't parse JSON");
  }
}
