import { afterEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '../../src/domain/faults.ts';
import type { Uploads } from '../../src/channels/web/index.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { jpeg } from '../media/pictures.ts';
import { memoryUploads } from './memory-uploads.ts';
import { type Site, startSite } from './site.ts';

let site: Site | undefined;
afterEach(() => site?.stop());

const voice = oggOpus({ seconds: 2 });
const upload = (where: Site, token: string, id: string, part: string, bytes: Buffer, type: string) => {
  const form = new FormData();
  form.set('id', id);
  form.set(part, new Blob([new Uint8Array(bytes)], { type }), part);
  const headers = { Authorization: `Bearer ${token}` };
  return fetch(`${where.url}/api/chat/messages`, { method: 'POST', headers, body: form });
};

describe('C4, C8: a file on the chat page', () => {
  it('is kept before the message that names it, and fetched by that name, for this chat', async () => {
    const uploads = memoryUploads();
    site = await startSite({ uploads });
    const token = await site.open();
    expect((await upload(site, token, 'v1', 'voice', voice, 'audio/ogg')).status).toBe(202);
    expect((await upload(site, token, 'p1', 'photo', jpeg(), 'image/jpeg')).status).toBe(202);
    const [first, second] = site.heard.map(({ content }) => content);
    expect([first, second]).toMatchObject([
      { kind: 'media', media: 'voice' },
      { kind: 'media', media: 'photo' },
    ]);
    const id = first?.kind === 'media' ? (first.id ?? '') : '';
    expect(await site.channel.fetch?.(id, 'web')).toEqual({ kind: 'file', type: 'audio/ogg', bytes: voice });
    await site.channel.forget?.(id, 'web');
    expect(await site.channel.fetch?.(id, 'web')).toEqual({ kind: 'gone' });
  });

  it('that cannot be kept now is not heard of: 503, and the page comes again with it', async () => {
    const kept = memoryUploads();
    let away = true;
    const uploads: Uploads = {
      ...kept,
      put: (...file) => (away ? Promise.reject(unavailable('store_unavailable', 'away')) : kept.put(...file)),
      get: () => Promise.reject(unavailable('store_unavailable', 'away')),
    };
    site = await startSite({ uploads });
    const token = await site.open();
    const refused = await upload(site, token, 'v1', 'voice', voice, 'audio/ogg');
    expect([refused.status, refused.headers.get('retry-after'), site.heard]).toEqual([503, '3', []]);
    away = false;
    expect((await upload(site, token, 'v1', 'voice', voice, 'audio/ogg')).status).toBe(202);
    expect(site.heard).toHaveLength(1);
    expect(await site.channel.fetch?.('x', 'web')).toMatchObject({ kind: 'later' });
  });

  it.each([
    ['150,001 bytes of voice', 'voice', Buffer.alloc(150_001), 'audio/ogg', 413],
    ['2,000,001 bytes of photo', 'photo', Buffer.alloc(2_000_001), 'image/jpeg', 413],
    ['a film', 'voice', voice, 'video/mp4', 415],
    ['an SVG', 'photo', Buffer.from('<svg/>'), 'image/svg+xml', 415],
    ['another part', 'document', voice, 'audio/ogg', 400],
  ])('of %s is refused, and nothing of it is kept', async (_name, part, bytes, type, status) => {
    let puts = 0;
    const uploads: Uploads = { ...memoryUploads(), put: async () => String((puts += 1)) };
    site = await startSite({ uploads });
    const token = await site.open();
    expect((await upload(site, token, 'x1', part, bytes, type)).status).toBe(status);
    expect([puts, site.heard]).toEqual([0, []]);
  });
});
