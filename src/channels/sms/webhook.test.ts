import { randomBytes } from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { Deliveries as Gateway } from '../../../test/sms/deliveries.ts';
import { realClock } from '../../../test/universe/time.ts';
import type { Receive } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import type { Counted } from '../platform/ports.ts';
import { Deliveries } from './deliveries.ts';
import { intake, type SmsIntake } from './intake.ts';
import { type Auth, allowedBy } from './signature.ts';
import { webhookDoor } from './webhook.ts';

const SECRET = 'a-word-for-this-test-only';
const BASIC = { authorization: `Basic ${Buffer.from(`g:${SECRET}`).toString('base64')}` };
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const signer = new Gateway('', SECRET, 'hmac', 0);
let store: MemoryReceive;
let receive: Receive;
let counts: Counted[];
let open: SmsIntake | undefined;
const servers: http.Server[] = [];

beforeEach(() => {
  store = new MemoryReceive();
  receive = store.receive;
  counts = [];
  open = intake({
    ...{ account: '36000', country: '223', pieces: undefined, clock: realClock, log: quiet },
    places: {
      message: { from: 'from', text: 'text', id: 'id' },
      report: { id: 'id', state: 'status' },
      states: new Map([['success', 'delivered']]),
    },
    deliveries: new Deliveries(async () => undefined),
    receive: (message) => receive(message),
    count: (what) => void counts.push(what),
  });
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function doorFor(auth: Auth, mounted = false): Promise<string> {
  const count = (what: Counted): void => void counts.push(what);
  const door = webhookDoor({
    ...{ auth: auth.kind, allowed: allowedBy(auth, realClock), intake: () => open, count },
  });
  const server = http.createServer(mounted ? express().use('/webhooks/sms', door) : door);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/sms`;
}
const bySecret = (mounted?: boolean) =>
  doorFor({ kind: 'secret', header: 'authorization', secret: SECRET }, mounted);
const byHmac = () =>
  doorFor({ kind: 'hmac', header: 'x-signature', secret: SECRET, timeHeader: 'x-timestamp' });

const post = async (url: string, body: string | Uint8Array, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...BASIC, ...headers },
    body: body as BodyInit,
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const sms = (id: string, text = 'aw ni ce'): string => JSON.stringify({ from: '70000001', text, id });

describe('C15: what is taken', () => {
  it('JSON, a form, a query; on its own and behind Express', async () => {
    for (const mounted of [false, true]) {
      const url = await bySecret(mounted);
      expect(await post(url, sms(`a${mounted}`))).toEqual({ status: 200, type: null, text: '' });
      expect((await post(url, `from=70000001&text=caf%E9&id=b${mounted}`, FORM)).status).toBe(200);
      const query = `from=%2B22370000001&text=i+ni+ce&id=c${mounted}`;
      expect((await fetch(`${url}?${query}`, { headers: BASIC })).status).toBe(200);
    }
    expect(store.contents('+22370000001').map((content) => 'text' in content && content.text)).toEqual([
      ...['aw ni ce', 'café', 'i ni ce', 'aw ni ce', 'café', 'i ni ce'],
    ]);
  });

  it('T11: the same SMS 100 times in parallel has one effect', async () => {
    store.takesMs = 5;
    const url = await bySecret();
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(url, sms('same'))));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(store.taken).toHaveLength(1);
  });

  it('200 durable, 503 while the store is away or before the start, 500 four times for what always fails', async () => {
    const url = await bySecret();
    store.awayFor = 1;
    expect((await post(url, sms('1'))).status).toBe(503);
    expect((await post(url, sms('1'))).status).toBe(200);
    receive = () => Promise.reject(new Error('poison'));
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await post(url, sms('2'))).status);
    receive = () => Promise.reject(new Fault('refusal', 'too_big', 'x'));
    statuses.push((await post(url, sms('3'))).status);
    open = undefined;
    statuses.push((await post(url, sms('4'))).status);
    expect(statuses).toEqual([500, 500, 500, 500, 200, 200, 503]);
  });
});

describe('T10: who may call', () => {
  it('one and the same 401 for every cause, before the body is read; nothing is taken', async () => {
    const url = await bySecret();
    const attempts = await Promise.all([
      post(url, sms('1'), { authorization: '' }),
      post(url, sms('1'), { authorization: `Bearer ${SECRET}x` }),
      post(url, 'not json', { authorization: 'x' }),
      post(url, 'x'.repeat(2_000_000), { authorization: 'x'.repeat(8_000) }),
      post(url, sms('1'), { authorization: 'x', 'content-encoding': 'gzip' }),
      post(url, 'x', { authorization: 'x', 'content-type': 'text/plain' }),
    ]);
    expect(new Set(attempts.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(attempts[0]).toMatchObject({ status: 401, type: 'application/problem+json' });
    expect((await fetch(`${url}?from=70000001&text=x&id=1&secret=${SECRET}`)).status).toBe(401);
    expect(store.asked).toBe(0);
  });

  it('a signature: right, of other bytes, of another time, replayed after eight days, missing', async () => {
    const url = await byHmac();
    const body = sms('1');
    const now = Math.floor(Date.now() / 1000);
    const right = signer.headersFor(body, now);
    const statuses = [];
    for (const [given, headers] of [
      [body, right],
      [body, right],
      [sms('2'), right],
      [body, { ...right, 'x-timestamp': String(now + 1) }],
      [body, signer.headersFor(body, now - 8 * 86_400)],
      [body, { 'x-signature': right['x-signature'] ?? '' }],
      [body, {}],
    ] as const)
      statuses.push((await post(url, given, headers)).status);
    expect(statuses).toEqual([200, 200, 401, 401, 401, 401, 401]);
    expect(store.taken).toHaveLength(1);
  });

  it('405: other methods, and a query where only a body can be signed', async () => {
    const asked = async (url: string, method: string) => {
      const { status, headers } = await fetch(url, { method, headers: BASIC });
      return [status, headers.get('allow')];
    };
    expect(await asked(await bySecret(), 'PUT')).toEqual([405, 'GET, POST']);
    expect(await asked(`${await byHmac()}?from=70000001&text=x&id=1`, 'GET')).toEqual([405, 'POST']);
  });
});

const deep = (n: number): string => `{"from":"70000001","id":"1","x":${'['.repeat(n)}${']'.repeat(n)}}`;

describe('bad input at the webhook: a clear answer, and the door stays open', () => {
  it.each<[name: string, body: string | Uint8Array, status: number, headers?: Record<string, string>]>([
    ['an empty body', '', 400],
    ['null', 'null', 400],
    ['a string', '"x"', 400],
    ['1e999', '1e999', 400],
    ['half an object', '{"from":"70000001"', 400],
    ['an empty object', '{}', 400],
    ['an empty list', '[]', 400],
    ['JSON with a byte-order mark', `\uFEFF${sms('1')}`, 400],
    ['UTF-16', Buffer.from(sms('1'), 'utf16le'), 400],
    ['random bytes', randomBytes(1000), 400],
    ['a form of nothing', '', 400, FORM],
    ['a form of 300 fields', 'a=1&'.repeat(300), 400, FORM],
    ['a text', 'from=70000001', 415, { 'content-type': 'text/plain' }],
    ['XML', '<sms/>', 415, { 'content-type': 'application/xml' }],
    ['a multipart form', '--x', 415, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['11 MB', `{"x":"${'x'.repeat(11_000_000)}"}`, 413],
    ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000)), 415, { 'content-encoding': 'gzip' }],
    ['100,000 deep', deep(100_000), 200],
    ['__proto__', '{"__proto__":{"from":"70000001","text":"x","id":"1"}}', 200],
    ['__proto__ in a form', '__proto__=x&constructor=y', 200, FORM],
    ['operators', '{"from":{"$gt":""},"text":{"$ne":null},"id":"1"}', 200],
    ['a list of nonsense', '[1,null,"x",[]]', 200],
    ['an event of tomorrow', '{"event":"teleported"}', 200],
    ['a sender of 10,000 digits', `{"from":"${'7'.repeat(10_000)}","text":"x","id":"1"}`, 200],
    ['a company', '{"from":"Orange","text":"Bonus !","id":"1"}', 200],
  ])('%s', async (...[, body, status, headers]) => {
    const url = await bySecret();
    expect((await post(url, body, headers)).status).toBe(status);
    expect(store.asked).toBe(0);
    expect((await post(url, sms('77'))).status).toBe(200);
  });

  it('1 MB of text, the letters of every script, NUL, halves of pairs and an id without end are taken', async () => {
    const url = await bySecret();
    expect((await post(url, sms('1', 'x'.repeat(900_000)))).status).toBe(200);
    expect((await post(url, sms('2', 'ߒߞߏ \u0000 \ud800 \u202e'))).status).toBe(200);
    expect((await post(url, sms('x'.repeat(5_000), 'kelen'))).status).toBe(200);
    expect(store.taken.map(({ content }) => content)).toEqual([
      { kind: 'unsupported', what: 'too_long' },
      { kind: 'text', text: 'ߒߞߏ  \uFFFD \u202e' },
      { kind: 'text', text: 'kelen' },
    ]);
  });

  it('reversed, doubled, in batches: each once', async () => {
    const url = await bySecret();
    const batch = ['3', '2', '1', '2', '3'].map((id) => JSON.parse(sms(id, `mot ${id}`)) as object);
    expect((await post(url, JSON.stringify(batch))).status).toBe(200);
    expect((await post(url, JSON.stringify(batch.toReversed()))).status).toBe(200);
    expect(store.taken.map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
  });

  it('a phone that answers by itself is not answered for ever', async () => {
    const url = await bySecret();
    const statuses = [];
    for (let n = 0; n < 8; n += 1)
      statuses.push((await post(url, sms(`auto${n}`, 'Je conduis, je vous rappelle.'))).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(store.taken).toHaveLength(5);
  });

  it('a caller that hangs up in the middle leaves nothing behind', async () => {
    const url = await bySecret();
    const { port } = new URL(url);
    const socket = net.connect(Number(port), '127.0.0.1', () => {
      const head = [
        'POST /webhooks/sms HTTP/1.1',
        'Host: x',
        `Authorization: ${BASIC.authorization}`,
        'Content-Length: 5000',
      ];
      socket.write([...head, '', '{"from":'].join('\r\n'), () => setTimeout(() => socket.destroy(), 20));
    });
    await new Promise((resolve) => socket.on('close', resolve));
    expect((await post(url, sms('1'))).status).toBe(200);
  });
});
