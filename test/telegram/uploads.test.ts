import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mp3 } from '../media/mp3.ts';
import { mp4 } from '../media/mp4.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { type Answer, ask } from './ask.ts';
import { startTelegram, type TelegramStandIn } from './index.ts';
import type { TelegramMessage } from './shapes.ts';

let telegram: TelegramStandIn;
beforeAll(async () => {
  telegram = await startTelegram();
  telegram.person(5).says('/start');
  telegram.person(6).says('/start');
  telegram.person(6).refusesVoices();
});
afterAll(() => telegram.stop());
beforeEach(() => {
  telegram.files.uploads = 0;
});

/** As any client would make it: with the platform's own form. */
async function form(method: string, fields: Record<string, string | Buffer>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') body.set(name, value);
    else body.set(name, new File([new Uint8Array(value)], 'f'));
  const answer = await fetch(`${telegram.root}/bot${telegram.token}/${method}`, { method: 'POST', body });
  return (await answer.json()) as Answer;
}

const PAST = JSON.stringify([{ type: 'bold', offset: 0, length: 2 }]);

const idIn = ({ result }: Answer, kind: 'voice' | 'audio'): string =>
  (result as TelegramMessage & Record<string, { file_id: string }>)[kind]!.file_id;

describe('C11: the stand-in takes recordings as Telegram does', () => {
  it('a voice note with its words and buttons, then again by its id', async () => {
    const keyboard = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] };
    const first = await form('sendVoice', {
      chat_id: '5',
      voice: oggOpus(),
      caption: 'a\nɛ',
      duration: '1',
      reply_markup: JSON.stringify(keyboard),
    });
    expect(first).toMatchObject({
      ok: true,
      result: {
        voice: { duration: 1, mime_type: 'audio/ogg', file_size: oggOpus().length },
        reply_markup: keyboard,
      },
    });
    const again = await ask(telegram, 'sendVoice', { chat_id: 5, voice: idIn(first, 'voice') });
    expect(idIn(again, 'voice')).toBe(idIn(first, 'voice'));
    expect(telegram.files.uploads).toBe(1);
  });

  it('audio as MP3 and M4A', async () => {
    for (const audio of [mp3(), mp4()])
      expect(await form('sendAudio', { chat_id: '5', audio })).toMatchObject({ ok: true });
  });

  it('a photo, and any file as a document, with keys below', async () => {
    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    const keys = JSON.stringify({ keyboard: [['A']] });
    expect(await form('sendPhoto', { chat_id: '5', photo, reply_markup: keys })).toMatchObject({
      ok: true,
      result: { photo: [{ file_size: 4 }] },
    });
    expect(telegram.person(5).keyboard).toMatchObject({ keyboard: [[{ text: 'A' }]] });
    expect(await form('sendDocument', { chat_id: '5', document: Buffer.from('<html>') })).toMatchObject({
      ok: true,
      result: { document: { file_name: 'f' } },
    });
  });

  it('1,024 characters under it', async () => {
    const voice = oggOpus();
    expect(await form('sendVoice', { chat_id: '5', voice, caption: 'ɛ'.repeat(1024) })).toMatchObject({
      ok: true,
    });
  });
});

describe('C11: the stand-in refuses what Telegram refuses', () => {
  it.each<[rule: string, method: string, fields: Record<string, string | Buffer>, words: RegExp]>([
    [
      '1,025 characters under it',
      'sendVoice',
      { voice: oggOpus(), caption: 'x'.repeat(1025) },
      /caption is too long/,
    ],
    ['no file', 'sendVoice', {}, /no voice/],
    ['an empty file', 'sendVoice', { voice: Buffer.alloc(0) }, /non-empty/],
    ['an id nobody gave', 'sendVoice', { voice: 'AwAC4242-99' }, /wrong file identifier/],
    ['a file by its address', 'sendVoice', { voice: 'https://example.org/a.ogg' }, /not simulated/],
    ['a page as a voice note', 'sendVoice', { voice: Buffer.from('<html>') }, /document/],
    ['Ogg as audio', 'sendAudio', { audio: oggOpus() }, /document/],
    ['a length of half a second', 'sendVoice', { voice: oggOpus(), duration: '0.5' }, /duration/],
    ['a field it does not know', 'sendVoice', { voice: oggOpus(), length: '1' }, /knows no parameter length/],
    ['a page as a photo', 'sendPhoto', { photo: Buffer.from('<html>') }, /document/],
    ['an empty document', 'sendDocument', { document: Buffer.alloc(0) }, /non-empty/],
    ['an unknown parse_mode', 'sendVoice', { voice: oggOpus(), caption: 'a', parse_mode: 'x' }, /parse_mode/],
    [
      'HTML under it that is not closed',
      'sendVoice',
      { voice: oggOpus(), caption: '<b>', parse_mode: 'HTML' },
      /tag/,
    ],
    [
      'a mark past its end',
      'sendVoice',
      { voice: oggOpus(), caption: 'a', caption_entities: PAST },
      /BOUNDS/,
    ],
    ['a keyboard that is no JSON', 'sendVoice', { voice: oggOpus(), reply_markup: '{' }, /parse JSON/],
    [
      'someone who refuses voice notes',
      'sendVoice',
      { chat_id: '6', voice: oggOpus() },
      /VOICE_MESSAGES_FORBIDDEN/,
    ],
    ['someone who never wrote', 'sendVoice', { chat_id: '7', voice: oggOpus() }, /chat not found/],
  ])('%s', async (_rule, method, fields, words) => {
    const answer = await form(method, { chat_id: '5', ...fields });
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(answer.description).toMatch(words);
  });

  it('an id of another kind, an id that was forgotten', async () => {
    const audio = idIn(await form('sendAudio', { chat_id: '5', audio: mp3() }), 'audio');
    expect((await ask(telegram, 'sendVoice', { chat_id: 5, voice: audio })).description).toMatch(
      /type of file/,
    );
    telegram.files.forget();
    expect((await ask(telegram, 'sendAudio', { chat_id: 5, audio })).description).toMatch(/wrong file/);
  });

  it('50 MB and a byte', async () => {
    const audio = Buffer.concat([mp3(), Buffer.alloc(50_000_001)]);
    expect(await form('sendAudio', { chat_id: '5', audio })).toMatchObject({ ok: false, error_code: 413 });
  });

  const part = 'Content-Disposition: form-data; name="chat_id"\r\n\r\n5\r\n';
  it.each([
    ['no boundary', 'multipart/form-data', `--b\r\n${part}--b--\r\n`],
    ['another boundary', 'multipart/form-data; boundary=c', `--b\r\n${part}--b--\r\n`],
    ['line breaks of one character', 'multipart/form-data; boundary=b', `--b\n${part}--b--\r\n`],
    ['no end', 'multipart/form-data; boundary=b', `--b\r\n${part}`],
    ['something behind its end', 'multipart/form-data; boundary=b', `--b\r\n${part}--b--\r\nx`],
    ['a part twice', 'multipart/form-data; boundary=b', `--b\r\n${part}--b\r\n${part}--b--\r\n`],
    ['a part without a name', 'multipart/form-data; boundary=b', '--b\r\nX: y\r\n\r\n5\r\n--b--\r\n'],
    ['a part without an end of headers', 'multipart/form-data; boundary=b', '--b\r\nX: y\r\n--b--\r\n'],
    [
      'a file with a path',
      'multipart/form-data; boundary=b',
      `--b\r\n${part.replace('id"', 'id"; filename="a/b"')}--b--\r\n`,
    ],
  ])('a form with %s', async (_name, type, body) => {
    const answer = await fetch(`${telegram.root}/bot${telegram.token}/sendVoice`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(400);
  });
});
