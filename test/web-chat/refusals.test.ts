import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Fault, unavailable } from '../../src/domain/faults.ts';
import { listen } from './listen.ts';
import { memoryMailbox } from './memory-mailbox.ts';
import { type Site, startSite } from './site.ts';

const TOKEN = randomBytes(32).toString('base64url');
const JSON_TYPE = { 'Content-Type': 'application/json' };

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
}

/** Every refusal is a problem document (RFC 9457) that repeats nothing of what was sent. */
async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as ProblemDocument;
  expect(problem).toMatchObject({ status, code, type: `urn:benkan:problem:${code}` });
  expect(response.status).toBe(status);
  expect(problem.title).not.toBe('');
  expect(JSON.stringify(problem)).not.toContain('canary');
}

const call = (path: string, init: RequestInit = {}): Promise<Response> => fetch(site.url + path, init);
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('400: what is not the message described', () => {
  it.each([
    ['broken JSON', '{"id":"a","say":"canary'],
    ['null', 'null'],
    ['an array', '[{"id":"a","say":"canary"}]'],
    ['a string', '"canary"'],
    ['a number that overflows', '1e999'],
    ['an empty object', '{}'],
    ['no id', '{"say":"canary"}'],
    ['no content', '{"id":"a"}'],
    ['empty content', '{"id":"a","say":""}'],
    ['both contents', '{"id":"a","say":"canary","choose":"b"}'],
    ['an unknown field', '{"id":"a","say":"canary","admin":true}'],
    ['__proto__', '{"id":"a","say":"canary","__proto__":{"admin":true}}'],
    ['constructor', '{"id":"a","say":"canary","constructor":{"prototype":{}}}'],
    ['an operator for an id', '{"id":{"$ne":null},"say":"canary"}'],
    ['an operator for words', '{"id":"a","say":{"$gt":""}}'],
    ['an id with a path', '{"id":"../../x","say":"canary"}'],
    ['an id of 65 letters', JSON.stringify({ id: 'a'.repeat(65), say: 'canary' })],
    ['a number for an id', '{"id":7,"say":"canary"}'],
    ['a choice of 129 letters', JSON.stringify({ id: 'a', choose: 'c'.repeat(129) })],
    ['30,000 levels', `{"id":"a","say":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
  ])('refuses %s', async (_name, body) => {
    const before = site.heard.length;
    const response = await site.post(TOKEN, body);
    await expectProblem(response, 400, isJson(body) ? 'bad_message' : 'bad_body');
    expect(site.heard).toHaveLength(before);
  });

  it.each(['{"lang":"FR"}', '{"lang":7}', '{"lang":"fr","x":1}', '[]', '"fr"'])(
    'refuses to open a chat with %s',
    async (body) => {
      await expectProblem(
        await call('/api/chat', { method: 'POST', headers: JSON_TYPE, body }),
        400,
        'bad_opening',
      );
    },
  );

  it.each(['-1', 'x', '1.5', '1e3', 'NaN', '9'.repeat(16), ''])('refuses after=%s', async (after) => {
    await expectProblem(
      await call(`/api/chat/messages?after=${after}`, { headers: bearer(TOKEN) }),
      400,
      'bad_after',
    );
    await expectProblem(await call(`/api/chat/events?token=${TOKEN}&after=${after}`), 400, 'bad_after');
  });

  it('refuses a form without its parts, with two files, or cut short', async () => {
    const voice = new File(['x'], 'v.ogg', { type: 'audio/ogg' });
    await expectProblem(await upload({ voice }), 400, 'bad_upload');
    await expectProblem(await upload({ id: 'a' }), 400, 'bad_upload');
    await expectProblem(await upload({ id: '../a', voice }), 400, 'bad_upload');
    await expectProblem(await upload({ id: 'a', voice, photo: voice }), 400, 'bad_upload');
    await expectProblem(await upload({ id: 'a', voice: 'no file' }), 400, 'bad_upload');
    const headers = { ...bearer(TOKEN), 'Content-Type': 'multipart/form-data; boundary=b' };
    await expectProblem(
      await call('/api/chat/messages', { method: 'POST', headers, body: '--b\r\nConte' }),
      400,
      'bad_upload',
    );
  });
});

describe('401: no chat without its token', () => {
  it.each([
    ['nothing', {}],
    ['an empty header', { Authorization: '' }],
    ['another scheme', { Authorization: `Basic ${TOKEN}` }],
    ['a short token', bearer(TOKEN.slice(1))],
    ['a long token', bearer(`${TOKEN}A`)],
    ['a token of other letters', bearer(`${TOKEN.slice(1)}$`)],
  ])('refuses %s', async (_name, headers) => {
    for (const method of ['POST', 'GET']) {
      const body = method === 'POST' ? '{"id":"a","say":"canary"}' : null;
      const response = await call('/api/chat/messages', {
        method,
        headers: { ...JSON_TYPE, ...headers },
        body,
      });
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      await expectProblem(response, 401, 'token');
    }
  });

  it('refuses a stream without one, with a wrong one, with two', async () => {
    await expectProblem(await call('/api/chat/events'), 401, 'token');
    await expectProblem(await call('/api/chat/events?token=x'), 401, 'token');
    await expectProblem(await call(`/api/chat/events?token=${TOKEN}&token=${TOKEN}`), 401, 'token');
  });
});

describe('404, 405: other doors', () => {
  it('404: refuses a path that is not there', async () => {
    await expectProblem(await call('/api/chat/messages/1'), 404, 'not_found');
    await expectProblem(await call('/api/chat/../chat/admin', { method: 'POST' }), 404, 'not_found');
  });

  it.each([
    ['GET', '/api/chat', 'POST'],
    ['DELETE', '/api/chat/messages', 'GET, POST'],
    ['POST', '/api/chat/events', 'GET'],
  ])('405: refuses %s %s and says what is allowed', async (method, path, allow) => {
    const response = await call(path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    await expectProblem(response, 405, 'method');
  });

  it('405: a HEAD does not hold a stream open', async () => {
    const response = await call(`/api/chat/events?token=${TOKEN}`, { method: 'HEAD' });
    expect(response.status).toBe(405);
  });
});

describe('413: too heavy', () => {
  it('refuses more than 64 KB of text, and 1 MB', async () => {
    for (const size of [65_536, 1_048_576])
      await expectProblem(await site.say(TOKEN, 'a', 'x'.repeat(size)), 413, 'too_large');
  });

  it('refuses a voice note over 150 kB and a photo over 2 MB, declared or not', async () => {
    await expectProblem(await upload({ id: 'a', voice: file(150_001, 'audio/ogg') }), 413, 'too_large');
    await expectProblem(await upload({ id: 'a', photo: file(2_000_001, 'image/jpeg') }), 413, 'too_large');
    await expectProblem(await upload({ id: 'a', photo: file(11_000_000, 'image/jpeg') }), 413, 'too_large');
  });
});

describe('415: another type', () => {
  it('refuses text, forms, other character sets and packed bodies', async () => {
    const send = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) =>
      call('/api/chat/messages', { method: 'POST', headers: { ...bearer(TOKEN), ...headers }, body });
    const body = '{"id":"a","say":"canary"}';
    await expectProblem(await send({ 'Content-Type': 'text/plain' }, body), 415, 'media_type');
    await expectProblem(
      await send({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'id=a'),
      415,
      'media_type',
    );
    await expectProblem(
      await send({ 'Content-Type': 'application/json; charset=iso-8859-1' }, body),
      415,
      'encoding',
    );
    await expectProblem(await send({ ...JSON_TYPE, 'Content-Encoding': 'gzip' }, body), 415, 'encoding');
    await expectProblem(
      await call('/api/chat', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' }),
      415,
      'media_type',
    );
  });

  it('refuses files that are no voice and no photo', async () => {
    await expectProblem(await upload({ id: 'a', voice: file(10, 'text/html') }), 415, 'media_type');
    await expectProblem(await upload({ id: 'a', photo: file(10, 'image/svg+xml') }), 415, 'media_type');
  });
});

describe('429 (T16): twenty messages a minute a person', () => {
  it('refuses the 21st, says when to come again, lets repeats and other people through', async () => {
    let now = 1_000_000;
    const slow = await startSite({ clock: { now: () => now } });
    const [one, other] = [await slow.open(), await slow.open()];
    for (let n = 1; n <= 20; n += 1) expect((await slow.say(one, `m${n}`, 'a')).status).toBe(202);
    now += 10_000;
    const refused = await slow.say(one, 'm21', 'canary');
    expect(refused.headers.get('retry-after')).toBe('50');
    await expectProblem(refused, 429, 'too_fast');
    expect((await slow.say(one, 'm20', 'a')).status).toBe(202);
    expect((await slow.say(other, 'm21', 'a')).status).toBe(202);
    now += 50_000;
    expect((await slow.say(one, 'm21', 'a')).status).toBe(202);
    await slow.stop();
  });

  it('bounds repeats of one message, and forgives a clock set back', async () => {
    let now = 1_000_000_000;
    const slow = await startSite({ clock: { now: () => now } });
    const token = await slow.open();
    for (let n = 0; n < 300; n += 1) await slow.say(token, 'same', 'a');
    await expectProblem(await slow.say(token, 'same', 'a'), 429, 'too_fast');
    now -= 3_600_000;
    expect((await slow.say(token, 'same', 'a')).status).toBe(202);
    await slow.stop();
  });
});

describe('503: come again', () => {
  it('before the conversation is open, and when the message could not be made durable', async () => {
    const early = await startSite({ started: false });
    await expectUnavailable(await early.say(TOKEN, 'a', 'canary'));
    await early.stop();
    const away = await startSite({
      receive: () => Promise.reject(unavailable('store_unavailable', 'The database does not answer.')),
      mailbox: { ...memoryMailbox(), list: () => Promise.reject(unavailable('store_unavailable', 'away')) },
    });
    await expectUnavailable(await away.say(TOKEN, 'a', 'canary'));
    await expectUnavailable(await fetch(`${away.url}/api/chat/messages`, { headers: bearer(TOKEN) }));
    expect(away.reported).toEqual([]);
    await away.stop();
  });

  it('when the house is full of streams', async () => {
    const small = await startSite({ most: 1 });
    const first = await listen(small.url, TOKEN);
    await expectUnavailable(await fetch(`${small.url}/api/chat/events?token=${await small.open()}`));
    first.cut();
    await small.stop();
  });

  it('500: a fault of ours is reported and tells nothing', async () => {
    const broken = await startSite({ receive: () => Promise.reject(new Fault('bug', 'oops', 'canary')) });
    await expectProblem(await broken.say(TOKEN, 'a', 'canary'), 500, 'internal');
    expect(broken.reported).toHaveLength(1);
    await broken.stop();
  });
});

async function expectUnavailable(response: Response): Promise<void> {
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  await expectProblem(response, 503, 'unavailable');
}

const file = (size: number, type: string): File => new File([new Uint8Array(size)], 'f', { type });

function upload(parts: Record<string, string | File>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  return call('/api/chat/messages', { method: 'POST', headers: bearer(TOKEN), body: form });
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
