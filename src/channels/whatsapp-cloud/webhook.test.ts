import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signatureCheck } from './signature.ts';
import { webhookDoor } from './webhook.ts';
import { secretCheck } from '../platform/secret.ts';
import { Deliveries } from '../../../test/whatsapp-cloud/deliveries.ts';
import type { Verdict } from '../platform/commit.ts';
import type { WebhookDoor } from '../platform/ports.ts';

const SECRET = 'app-secret';
const signer = new Deliveries('', SECRET, 0);
let door: http.Server;
let url: string;
let open = true;
let verdict: Verdict = 'done';
const taken: unknown[] = [];

beforeAll(async () => {
  const webhook: WebhookDoor = webhookDoor({
    rightSignature: signatureCheck(SECRET),
    rightToken: secretCheck('a-word'),
    intake: () =>
      open
        ? {
            take: async (notification) => {
              taken.push(notification);
              return verdict;
            },
            idle: async () => undefined,
          }
        : undefined,
    count: () => undefined,
  });
  door = http.createServer(webhook);
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/webhooks/whatsapp`;
});
afterAll(() => new Promise((resolve) => door.close(resolve)));

const post = async (
  body: string,
  signature: string | null = signer.sign(body),
  headers = {},
): Promise<number> => {
  const signed = signature === null ? {} : { 'x-hub-signature-256': signature };
  const response = await fetch(url, { method: 'POST', body, headers: { ...signed, ...headers } });
  return response.status;
};

describe('C3: the challenge', () => {
  const ask = (query: string) => fetch(`${url}?${query}`);

  it('is answered with its own word', async () => {
    const answer = await ask('hub.mode=subscribe&hub.verify_token=a-word&hub.challenge=1158201444');
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
  });

  it.each([
    ['another word', 'hub.mode=subscribe&hub.verify_token=x&hub.challenge=1'],
    ['no word', 'hub.mode=subscribe&hub.challenge=1'],
    ['another mode', 'hub.mode=unsubscribe&hub.verify_token=a-word&hub.challenge=1'],
    ['a challenge that is a page', 'hub.mode=subscribe&hub.verify_token=a-word&hub.challenge=%3Cscript%3E'],
    ['nothing', ''],
  ])('%s is refused', async (_name, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('script');
  });
});

describe('C3, T10: the signature', () => {
  it('of 10,000 that were changed none is right', () => {
    const right = signatureCheck(SECRET);
    const body = Buffer.from('{"object":"whatsapp_business_account"}');
    const signature = signer.sign(body.toString());
    expect(right(body, signature)).toBe(true);
    let accepted = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const at = n % signature.length;
      const other = String.fromCharCode(33 + ((signature.charCodeAt(at) - 33 + 1 + (n % 90)) % 94));
      const changed = `${signature.slice(0, at)}${other}${signature.slice(at + 1)}`;
      if (changed !== signature && right(body, changed)) accepted += 1;
      const bytes = Buffer.from(body);
      bytes[n % bytes.length] = (bytes[n % bytes.length] ?? 0) ^ (1 + (n % 255));
      if (right(bytes, signature)) accepted += 1;
    }
    expect(accepted).toBe(0);
  });

  it.each([
    ['none', null],
    ['an empty one', ''],
    ['of another length', 'sha256=ab'],
    ['of another secret', new Deliveries('', 'other', 0).sign('{}')],
  ])('%s is 401, and nothing is taken', async (_name, signature) => {
    const before = taken.length;
    expect(await post('{}', signature)).toBe(401);
    expect(taken).toHaveLength(before);
  });
});

describe('C3: what else comes to the door', () => {
  it.each(['', 'null', '[]', '"x"', '{"a":', '1e999'])(
    'signed, but no JSON object: %j is 400',
    async (body) => {
      expect(await post(body)).toBe(400);
    },
  );

  it('over 3 MB is 413, compressed is 415, another method 405', async () => {
    expect(await post(`"${'x'.repeat(3_300_000)}"`)).toBe(413);
    expect(await post('{}', undefined, { 'content-encoding': 'gzip' })).toBe(415);
    const put = await fetch(url, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('200 when it is durable, 503 while the database is away or before the start, 500 for a fault of ours', async () => {
    const answers: number[] = [];
    for (verdict of ['done', 'unavailable', 'failed'] as const) answers.push(await post('{}'));
    open = false;
    answers.push(await post('{}'));
    expect(answers).toEqual([200, 503, 500, 503]);
  });
});
