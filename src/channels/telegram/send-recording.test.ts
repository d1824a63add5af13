import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type MemoryLibrary, memoryLibrary } from '../../../test/media/memory-library.ts';
import { mp3 } from '../../../test/media/mp3.ts';
import { oggOpus } from '../../../test/media/ogg-opus.ts';
import type { Fault } from '../../../test/telegram/faults.ts';
import { TEST_TOKEN, startTelegram } from '../../../test/telegram/index.ts';
import type { TelegramStandIn } from '../../../test/telegram/index.ts';
import type { Outbound } from '../../domain/message.ts';
import { telegramChannel } from './index.ts';
import type { TelegramChannel } from './index.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let telegram: TelegramStandIn;
let media: MemoryLibrary;
let channel: TelegramChannel;
beforeAll(async () => {
  telegram = await startTelegram();
  for (let id = 100; id < 400; id += 1) telegram.person(id).says('/start');
});
afterAll(() => telegram.stop());
beforeEach(() => {
  media = memoryLibrary();
  channel = telegramChannel({
    token: TEST_TOKEN,
    apiRoot: telegram.root,
    mode: 'polling',
    log: quiet,
    media,
  });
  telegram.calls.length = 0;
  telegram.files.uploads = 0;
});
afterEach(async () => {
  await channel.stop();
  await channel.close?.();
});

const send = (id: string, over: Partial<Outbound> = {}) =>
  channel.send(
    { id: 'm', address: '100', lane: 'reply', text: 'kibaru', audio: { media: id }, ...over },
    channel.account,
  );
const methods = (): string[] => telegram.calls.map(({ method }) => method);
const last = (person = 100) => telegram.person(person).received.at(-1);
const fails = (method: string, does: Fault['does']): void => telegram.fail({ method, does });

describe('C1, C8: a message with a recording', () => {
  it('is one voice note with its words, its length and its buttons', async () => {
    const text = 'Ɲɛ <b>*x*\n\nb "q" \\';
    const choices = [{ id: 'a', label: 'Ɲɛ "1"' }];
    expect(await send(media.add(), { text, choices })).toEqual({ kind: 'sent' });
    expect(methods()).toEqual(['sendVoice']);
    expect(last()).toMatchObject({
      caption: text,
      voice: { mime_type: 'audio/ogg', duration: 2, file_size: oggOpus({ seconds: 2 }).length },
      reply_markup: { inline_keyboard: [[{ text: 'Ɲɛ "1"', callback_data: 'a' }]] },
    });
  });

  it('is a piece of audio where it is MP3 or M4A', async () => {
    const id = media.add({ type: 'audio/mpeg', bytes: mp3() });
    expect(await send(id)).toEqual({ kind: 'sent' });
    expect(await send(id)).toEqual({ kind: 'sent' });
    expect(methods()).toEqual(['sendAudio', 'sendAudio']);
    expect(telegram.files.uploads).toBe(1);
  });

  it('may have no words', async () => {
    expect(await send(media.add(), { text: '' })).toEqual({ kind: 'sent' });
    expect(last()).not.toHaveProperty('caption');
  });

  it('1,024 characters stand under it; with more, the words go alone', async () => {
    await send(media.add(), { text: 'ɛ'.repeat(1024) });
    await send(media.add(), { text: 'ɛ'.repeat(1025) });
    expect(methods()).toEqual(['sendVoice', 'sendMessage']);
  });

  it('comes up once, however many get it at the same time, and is then named', async () => {
    const id = media.add();
    const people = Array.from({ length: 300 }, (_, n) => String(100 + n));
    telegram.person(100).blocks();
    telegram.person(101).blocks();
    const outcomes = await Promise.all(people.map((address) => send(id, { address })));
    telegram.person(100).unblocks();
    telegram.person(101).unblocks();
    expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(298);
    expect(telegram.files.uploads).toBe(1);
    expect(media.reads).toBe(3);
    expect(last(399)).toMatchObject({ voice: last(398)?.['voice'] });
  });

  it('comes up again in the same attempt when Telegram has forgotten it', async () => {
    const id = media.add();
    await send(id);
    telegram.files.forget();
    expect(await send(id)).toEqual({ kind: 'sent' });
    expect(telegram.files.uploads).toBe(2);
    await send(id);
    expect(telegram.files.uploads).toBe(2);
  });
});

describe('C8: where the recording cannot be had, the words arrive', () => {
  it('it is gone, or was never there', async () => {
    const id = media.add();
    await send(id);
    media.drop(id);
    expect(await send(id)).toEqual({ kind: 'sent' });
    expect(await send('../etc')).toEqual({ kind: 'sent' });
    expect(methods()).toEqual(['sendVoice', 'sendMessage', 'sendMessage']);
    expect(await send(id, { text: '' })).toEqual({ kind: 'refused', code: 'empty', gone: false });
  });

  it('the person refuses voice notes, or Telegram does not take it', async () => {
    telegram.person(102).refusesVoices();
    const choices = [{ id: 'a', label: 'A' }];
    expect(await send(media.add(), { address: '102', choices })).toEqual({ kind: 'sent' });
    expect(last(102)).toMatchObject({ text: 'kibaru', reply_markup: { inline_keyboard: [[{ text: 'A' }]] } });
    expect(await send(media.add({ bytes: Buffer.from('<html>') }))).toEqual({ kind: 'sent' });
    expect(methods()).toEqual(['sendVoice', 'sendMessage', 'sendVoice', 'sendMessage']);
  });
});

describe('C9, COMMIT 10: one attempt, one outcome', () => {
  it('the store is away: nothing left, so it is tried again', async () => {
    const id = media.add();
    media.away = true;
    expect(await send(id)).toEqual({ kind: 'retry', afterMs: 1000, code: 'media' });
    expect(telegram.calls).toEqual([]);
    media.away = false;
    media.get = () => Promise.reject(new TypeError('a bug'));
    expect(await send(id)).toMatchObject({ kind: 'unknown' });
  });

  it.each<[does: Fault['does'], outcome: object]>([
    [
      { answer: 429, description: 'Too Many Requests', retryAfter: 7 },
      { kind: 'retry', afterMs: 7000 },
    ],
    [
      { answer: 403, description: 'Forbidden: bot was blocked by the user' },
      { kind: 'refused', gone: true },
    ],
    [
      { answer: 400, description: 'Bad Request: chat not found' },
      { kind: 'refused', gone: true },
    ],
    [
      { answer: 502, description: 'Bad Gateway' },
      { kind: 'unknown', code: 'telegram_502' },
    ],
    [{ page: 502 }, { kind: 'unknown', code: 'http_502' }],
    ['drops before', { kind: 'unknown' }],
    ['drops after', { kind: 'unknown' }],
  ])('%j', async (does, outcome) => {
    fails('sendVoice', does);
    expect(await send(media.add())).toMatchObject(outcome);
    expect(methods()).toEqual(['sendVoice']);
  });

  it('an upload whose answer was lost is not what the next one names', async () => {
    const id = media.add();
    fails('sendVoice', 'drops after');
    expect(await send(id)).toMatchObject({ kind: 'unknown' });
    expect(await send(id)).toEqual({ kind: 'sent' });
    expect(telegram.files.uploads).toBe(2);
  });
});
