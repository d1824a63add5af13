import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { oggOpus } from '../media/ogg-opus.ts';
import { type Answer, ask } from './ask.ts';
import { startTelegram, type TelegramStandIn } from './index.ts';
import type { Update } from './shapes.ts';

let telegram: TelegramStandIn;
beforeAll(async () => {
  telegram = await startTelegram();
});
afterAll(() => telegram.stop());

const contentOf = (update: Update) => update['message'] as Record<string, unknown>;
const voiceId = (bytes = oggOpus(), weighs?: number): string =>
  (contentOf(telegram.person(5).sends('voice', { bytes, weighs }))['voice'] as { file_id: string }).file_id;
const getFile = (file_id: unknown): Promise<Answer> => ask(telegram, 'getFile', { file_id });
const pathOf = async (id: string): Promise<string> =>
  ((await getFile(id)).result as { file_path: string }).file_path;
const download = (path: string, token = telegram.token): Promise<Response> =>
  fetch(`${telegram.root}/file/bot${token}/${path}`);

describe('C11: the stand-in gives out what people sent', () => {
  it('the very bytes, by the path that getFile names', async () => {
    const bytes = oggOpus({ seconds: 3 });
    const { result } = await getFile(voiceId(bytes));
    expect(result).toMatchObject({ file_size: bytes.length });
    const fetched = await download((result as { file_path: string }).file_path);
    expect(fetched.headers.get('content-length')).toBe(String(bytes.length));
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('a photo in two sizes, the largest last, each under an id of its own; a document with its name', async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const sizes = contentOf(telegram.person(5).sends('photo', { bytes }))['photo'] as { file_id: string }[];
    const [small, large] = sizes.map(({ file_id }) => file_id);
    expect(small).not.toBe(large);
    const fetched = await download(await pathOf(large!));
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
    const update = telegram.person(5).sends('document', { name: 'b.pdf', caption: 'x' });
    expect(contentOf(update)).toMatchObject({ document: { file_name: 'b.pdf' }, caption: 'x' });
  });
});

describe('C11: the stand-in refuses what Telegram refuses', () => {
  it.each([
    ['no id', undefined, /invalid file_id/],
    ['an empty one', '', /invalid file_id/],
    ['one it never gave', 'AwAC4242-999', /wrong file_id/],
  ])('%s', async (_rule, id, words) => {
    const answer = await getFile(id);
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(answer.description).toMatch(words);
  });

  it('20 MB and a byte; 20 MB is taken', async () => {
    expect(await getFile(voiceId(oggOpus(), 20_000_000))).toMatchObject({ ok: true });
    expect(await getFile(voiceId(oggOpus(), 20_000_001))).toMatchObject({
      description: 'Bad Request: file is too big',
    });
  });

  it('a path nobody gave, another bot’s token, a path whose hour is over until it is asked for again', async () => {
    const id = voiceId();
    expect((await download('voices/file_99.oga')).status).toBe(404);
    const path = await pathOf(id);
    expect((await download(path, '1:other')).status).toBe(401);
    telegram.files.closePaths();
    expect((await download(path)).status).toBe(404);
    expect((await download(await pathOf(id))).status).toBe(200);
  });

  it('an id it has forgotten', async () => {
    const id = voiceId();
    telegram.files.forget();
    expect((await getFile(id)).description).toMatch(/wrong file_id/);
  });
});

describe('C11: the faults of a download', () => {
  it('429 and 500, a proxy’s page, a connection that ends before or in the middle', async () => {
    const path = await pathOf(voiceId());
    const fails = (does: Parameters<TelegramStandIn['fail']>[0]['does']) =>
      telegram.fail({ method: 'download', does });
    fails({ answer: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 });
    expect(await (await download(path)).json()).toMatchObject({ parameters: { retry_after: 3 } });
    fails({ page: 502 });
    expect((await download(path)).status).toBe(502);
    fails('drops before');
    await expect(download(path)).rejects.toThrow();
    fails('drops after');
    await expect(download(path).then((response) => response.arrayBuffer())).rejects.toThrow();
    expect((await download(path)).status).toBe(200);
  });
});
