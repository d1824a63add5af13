import { randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { until } from '../../../test/channels/until.ts';
import type { Receive } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import { intake } from './intake.ts';
import type { Intake } from '../platform/commit.ts';
import type { Counted } from '../platform/ports.ts';
import { secretCheck } from '../platform/secret.ts';
import { webhookDoor } from './webhook.ts';

const SECRET = 'Right_secret-0123456789';
let store: MemoryReceive;
let receive: Receive;
let counts: Counted[];
let open: Intake | undefined;
let server: http.Server;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const openDoor = (waitMs: number): void => {
  open = intake({
    ...{ account: '1', log: quiet, count, waitMs },
    receive: (message) => receive(message),
    confirmTap: async () => undefined,
  });
};
const count = (what: Counted): void => void counts.push(what);

beforeEach(async () => {
  store = new MemoryReceive();
  receive = store.receive;
  counts = [];
  // Longer than a busy machine takes for a commit in memory.
  openDoor(60_000);
  const door = webhookDoor({ rightSecret: secretCheck(SECRET), intake: () => open, count });
  server = http.createServer(express().post('/hook', door));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const port = (): number => (server.address() as AddressInfo).port;
const post = async (body: string | Uint8Array, headers: Record<string, string> = {}) => {
  const response = await fetch(`http://127.0.0.1:${port()}/hook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET, ...headers },
    body: body as BodyInit,
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const update = (id: number, text = 'aw ni ce'): string =>
  JSON.stringify({
    update_id: id,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 7, type: 'private' },
      from: { id: 7, is_bot: false },
      text,
    },
  });
const deep = (n: number): string => `{"update_id":1,"x":${'['.repeat(n)}${']'.repeat(n)}}`;

describe('the webhook door', () => {
  it('200 only for what is durable; a repeat is a duplicate', async () => {
    expect(await post(update(1))).toEqual({ status: 200, type: null, text: '' });
    expect((await post(update(1))).status).toBe(200);
    expect(store.taken).toHaveLength(1);
    expect(counts).toEqual(['received', 'duplicate']);
  });

  it('T11: the same update 100 times in parallel has one effect', async () => {
    store.takesMs = 5;
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(update(5))));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(store.taken).toHaveLength(1);
  });

  it('503 while the store is away, then 200', async () => {
    store.awayFor = 1;
    const refused = await post(update(1));
    expect(refused).toMatchObject({ status: 503, type: 'application/problem+json' });
    expect(JSON.parse(refused.text)).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
    });
    expect((await post(update(1))).status).toBe(200);
  });

  it('503 when the commit is too slow, although it may still happen', async () => {
    openDoor(50);
    store.takesMs = 1_000;
    expect((await post(update(1))).status).toBe(503);
    expect(store.stored).toBe(0);
    await until(() => store.stored === 1);
    expect((await post(update(1))).status).toBe(200);
    expect(store.taken).toHaveLength(1);
  });

  it('503 before the start and after the stop', async () => {
    open = undefined;
    expect((await post(update(1))).status).toBe(503);
  });

  it('T29: 500 four times for a message that always fails, then it holds up nobody', async () => {
    receive = () => Promise.reject(new Error('poison'));
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await post(update(1))).status);
    expect(statuses).toEqual([500, 500, 500, 500, 200]);
    expect(counts.filter((what) => what === 'given_up')).toHaveLength(1);
  });

  it('200 for a refusal: it would be one next time as well', async () => {
    receive = () => Promise.reject(new Fault('refusal', 'too_big', 'x'));
    expect((await post(update(1))).status).toBe(200);
    expect(counts).toEqual(['given_up']);
  });

  it('405 for anything but POST', async () => {
    const plain = http.createServer(
      webhookDoor({ rightSecret: () => true, intake: () => open, count: () => undefined }),
    );
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const response = await fetch(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    plain.close();
    plain.closeAllConnections();
  });
});

describe('bad input at the webhook: a clear answer, and the door stays open', () => {
  it.each<[name: string, body: string | Uint8Array, status: number, headers?: Record<string, string>]>([
    ['an empty body', '', 400],
    ['null', 'null', 400],
    ['an array', '[]', 400],
    ['a string', '"x"', 400],
    ['1e999', '1e999', 400],
    ['half an object', '{"update_id":1', 400],
    ['a form', 'update_id=1', 400, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON with a byte-order mark', `\uFEFF${update(1)}`, 400],
    ['UTF-16', Buffer.from(update(1), 'utf16le'), 400],
    ['random bytes', randomBytes(1000), 400],
    ['11 MB', `{"update_id":1,"x":"${'x'.repeat(11_000_000)}"}`, 413],
    ['1 MB and one byte', `{"update_id":1,"x":"${'x'.repeat(1_000_000)}"}`, 413],
    ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000)), 415, { 'content-encoding': 'gzip' }],
    ['small and compressed', gzipSync(update(1)), 415, { 'content-encoding': 'gzip' }],
    ['an empty object', '{}', 200],
    ['an id of 1e999', '{"update_id":1e999,"message":{}}', 200],
    ['an id of 2^53+1', '{"update_id":9007199254740993,"message":{}}', 200],
    ['100,000 deep', deep(100_000), 200],
    ['__proto__', '{"__proto__":{"update_id":1},"constructor":1}', 200],
    ['a kind of tomorrow', '{"update_id":1,"teleport":{}}', 200],
    ['a wrong content type', '{"update_id":1}', 200, { 'content-type': 'text/plain' }],
  ])('%s', async (...[, body, status, headers]) => {
    expect((await post(body, headers)).status).toBe(status);
    expect(store.asked).toBe(0);
    expect((await post(update(77))).status).toBe(200);
  });

  it('duplicate keys: the last one counts, like in every JSON parser here', async () => {
    await post(update(1).replace('{"update_id":1', '{"update_id":2,"update_id":1'));
    expect(store.taken.map(({ id }) => id)).toEqual(['1']);
  });

  it('1 MB of text, reversed order and ids that restart lower are taken', async () => {
    expect((await post(update(9, 'x'.repeat(900_000)))).status).toBe(200);
    for (const id of [8, 3, 2]) expect((await post(update(id))).status).toBe(200);
    expect(store.taken.map(({ id }) => id)).toEqual(['9', '8', '3', '2']);
    expect(store.taken[0]?.content).toEqual({ kind: 'unsupported', what: 'too_long' });
  });

  const raw = (head: string[], body: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = net.connect(port(), '127.0.0.1', () =>
        socket.write(
          [
            'POST /hook HTTP/1.1',
            'Host: x',
            `X-Telegram-Bot-Api-Secret-Token: ${SECRET}`,
            ...head,
            '',
            body,
          ].join('\r\n'),
        ),
      );
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
        socket.end();
      });
      socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
      socket.on('error', () => undefined);
    });
  const chunked = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

  it('a chunked body is read; chunked with a Content-Length is refused (request smuggling)', async () => {
    expect(await raw(['Transfer-Encoding: chunked'], chunked(update(1)))).toContain('200');
    expect(await raw(['Transfer-Encoding: chunked', 'Content-Length: 5'], chunked(update(2)))).toContain(
      '400',
    );
    expect(store.taken).toHaveLength(1);
  });

  it('a chunked body of 11 MB ends at 1 MB', async () => {
    expect(await raw(['Transfer-Encoding: chunked'], chunked(`{"x":"${'x'.repeat(11_000_000)}"}`))).toContain(
      '413',
    );
  });

  it('a caller that hangs up in the middle leaves nothing behind', async () => {
    const socket = net.connect(port(), '127.0.0.1', () => {
      const head = [
        'POST /hook HTTP/1.1',
        'Host: x',
        `X-Telegram-Bot-Api-Secret-Token: ${SECRET}`,
        'Content-Length: 5000',
      ];
      socket.write([...head, '', '{"update_id":'].join('\r\n'), () => setTimeout(() => socket.destroy(), 20));
    });
    await new Promise((resolve) => socket.on('close', resolve));
    expect((await post(update(1))).status).toBe(200);
  });
});

describe('T10: the secret', () => {
  const attempt = (headers: Record<string, string>, body = update(1)) =>
    post(body, { 'x-telegram-bot-api-secret-token': '', ...headers });

  it('one and the same 401 for every cause, before the body is read', async () => {
    const answers = await Promise.all([
      attempt({}),
      attempt({ 'x-telegram-bot-api-secret-token': SECRET.toLowerCase() }),
      attempt({ 'x-telegram-bot-api-secret-token': SECRET.slice(1) }),
      attempt({ 'x-telegram-bot-api-secret-token': `${SECRET}x` }),
      attempt({ 'x-telegram-bot-api-secret-token': 'x'.repeat(8_000) }),
      attempt({ authorization: SECRET }),
      attempt({}, 'not json'),
      attempt({}, `"${'x'.repeat(2_000_000)}"`),
      attempt({ 'content-encoding': 'gzip' }, 'x'),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, type: 'application/problem+json' });
    expect(answers[0].text.length).toBeLessThan(100);
    expect(store.asked).toBe(0);
  });

  it('10,000 mutated secrets, 0 accepted', () => {
    const right = secretCheck(SECRET);
    const mutations = Array.from({ length: 10_000 }, (_, n) => mutate(SECRET, n));
    expect(mutations.filter((mutated) => mutated !== SECRET && right(mutated))).toEqual([]);
    expect(mutations.filter((mutated) => mutated !== SECRET).length).toBeGreaterThan(9_900);
    expect(right(SECRET)).toBe(true);
  });

  it('what is no text is no secret, and without a secret nothing is right', () => {
    for (const given of [undefined, null, [SECRET], { length: 23 }])
      expect(secretCheck(SECRET)(given)).toBe(false);
    for (const given of [undefined, '', 'undefined']) expect(secretCheck(undefined)(given)).toBe(false);
  });
});

/** A bit flipped, a letter cut, doubled, added, swapped: another one for every `n`. */
function mutate(secret: string, n: number): string {
  const at = n % secret.length;
  const code = secret.charCodeAt(at);
  const other = String.fromCharCode(code ^ (1 << (Math.floor(n / secret.length) % 16)));
  const [before, after] = [secret.slice(0, at), secret.slice(at + 1)];
  const kinds = [
    before + other + after,
    before + after,
    secret.slice(0, at + 1) + other + after,
    other + secret,
    secret + other,
  ];
  return kinds[n % kinds.length] ?? '';
}
