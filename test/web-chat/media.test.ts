import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailboxItem } from '../../src/channels/web/index.ts';
import { memoryLibrary } from '../media/memory-library.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { type Site, startSite } from './site.ts';

const media = memoryLibrary();
const bytes = oggOpus({ seconds: 3 });
const id = media.add({ bytes, seconds: 3 });
let site: Site;
beforeAll(async () => {
  site = await startSite({ media });
});
afterAll(() => site.stop());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(`${site.url}/media/${path}`, { headers, method });
const bodyOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe('C4, C8: recordings over HTTP', () => {
  it('come whole, with their type, to be kept for good and never to be run', async () => {
    const answer = await get(id);
    expect(answer.status).toBe(200);
    expect(await bodyOf(answer)).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'audio/ogg',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('HEAD tells the same without the bytes', async () => {
    const answer = await get(id, {}, 'HEAD');
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(await bodyOf(answer)).toHaveLength(0);
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=10-', 10, bytes.length - 1],
    ['bytes=-5', bytes.length - 5, bytes.length - 1],
    ['bytes=0-999999999', 0, bytes.length - 1],
    ['bytes=0-0', 0, 0],
  ])('206: %s', async (range, start, end) => {
    const answer = await get(id, { range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect(answer.headers.get('content-length')).toBe(String(end - start + 1));
    expect(await bodyOf(answer)).toEqual(bytes.subarray(start, end + 1));
  });

  it.each(['bytes=0-1,5-9', 'bytes=x', 'pages=1-2', 'bytes', '-'])('the whole for %s', async (range) => {
    const answer = await get(id, { range });
    expect(answer.status).toBe(200);
    expect(await bodyOf(answer)).toEqual(bytes);
  });

  it('a part of another version is the whole of this one', async () => {
    const range = 'bytes=0-9';
    expect((await get(id, { range, 'if-range': '"other"' })).status).toBe(200);
    expect((await get(id, { range, 'if-range': `"${id}"` })).status).toBe(206);
  });

  it('304: whoever has it is not sent it again', async () => {
    const answer = await get(id, { 'if-none-match': `"${id}"`, 'cache-control': 'max-age=0' });
    expect([answer.status, (await bodyOf(answer)).length]).toEqual([304, 0]);
  });
});

describe('C8: what is not served', () => {
  it.each(['x', 'A'.repeat(22), `${id}x`, '%2e%2e%2f%2e%2e%2fetc%2fpasswd', '$ne', '__proto__', '%00', '🎙'])(
    '404: %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
    },
  );

  it('404: one that was taken back', async () => {
    const gone = media.add();
    expect((await get(gone)).status).toBe(200);
    media.drop(gone);
    expect((await get(gone)).status).toBe(404);
  });

  it('400: a path that does not decode', async () => {
    expect((await get('%ff')).status).toBe(400);
  });

  it('405: anything but reading', async () => {
    const answer = await get(id, {}, 'DELETE');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('416: beyond its end, and that answer is not to be kept', async () => {
    const answer = await get(id, { range: 'bytes=999999-' });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
    expect(answer.headers.get('cache-control')).toBeNull();
  });

  it('503: the store is away', async () => {
    media.away = true;
    const answer = await get(id);
    media.away = false;
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('C8, C14: a message with a recording', () => {
  const listOf = async (token: string): Promise<MailboxItem[]> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await (await fetch(`${site.url}/api/chat/messages`, { headers })).json()) as MailboxItem[];
  };

  it('says where it is, what it is, what it weighs and how long it lasts', async () => {
    const token = await site.open();
    await site.tell(token, 'kibaru', { audio: { media: id } });
    await site.tell(token, 'rien');
    const [spoken, silent] = await listOf(token);
    expect(spoken?.audio).toEqual({
      url: `/media/${id}`,
      type: 'audio/ogg',
      bytes: bytes.length,
      seconds: 3,
    });
    expect(silent).not.toHaveProperty('audio');
  });

  it('is words alone where the recording is gone; an outage is tried again', async () => {
    const token = await site.open();
    await site.tell(token, 'kibaru', { audio: { media: 'A'.repeat(22) } });
    expect((await listOf(token))[0]).not.toHaveProperty('audio');
    media.away = true;
    const message = { id: 'o', address: token, lane: 'reply' as const, text: 'a', audio: { media: id } };
    expect(await site.channel.send(message, 'web')).toMatchObject({ kind: 'retry' });
    media.away = false;
    expect(await site.channel.send(message, 'web')).toEqual({ kind: 'sent' });
    expect((await listOf(token))[1]?.audio?.url).toBe(`/media/${id}`);
  });
});
