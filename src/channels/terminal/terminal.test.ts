import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { memoryLibrary } from '../../../test/media/memory-library.ts';
import { terminalChannel } from './index.ts';
import { readLine } from './read-line.ts';
import { render } from './render.ts';

const offered = [
  { id: 't1', label: 'Ji' },
  { id: 't2', label: 'Kalan' },
];

describe('C5: a line in the terminal', () => {
  it.each([
    ['2', { kind: 'choice', token: 't2' }],
    [' 1 ', { kind: 'choice', token: 't1' }],
    ['3', { kind: 'text', text: '3' }],
    ['0', { kind: 'text', text: '0' }],
    ['-1', { kind: 'text', text: '-1' }],
    ['1e0', { kind: 'text', text: '1e0' }],
    [':voice', { kind: 'media', media: 'voice', id: 'voice' }],
    [':location', { kind: 'media', media: 'location', at: { lat: 12.639, lon: -8.003 } }],
    [':sticker', { kind: 'media', media: 'sticker' }],
    [':toString', { kind: 'text', text: ':toString' }],
    ['x'.repeat(4097), { kind: 'unsupported', what: 'too_long' }],
    ['', undefined],
    ['   ', undefined],
  ])('%j', (line, content) => {
    expect(readLine(line, offered)).toEqual(content);
  });

  it('a number is a number when nothing is offered', () => {
    expect(readLine('2', [])).toEqual({ kind: 'text', text: '2' });
  });
});

describe('C5: a message in the terminal', () => {
  it('is its text and its numbered choices', () => {
    expect(render({ text: 'Mun?', choices: offered })).toBe('Mun?\n  1. Ji\n  2. Kalan\n\n');
  });

  it.each([
    [{ seconds: 12.4, size: 34_210 }, '[audio 0:12, 34 kB]'],
    [{ seconds: 65, size: 1 }, '[audio 1:05, 1 kB]'],
    [{ size: 34_210 }, '[audio 34 kB]'],
    [{ seconds: 7 }, '[audio 0:07]'],
    [{}, '[audio]'],
  ])('C8: tells of its recording what is known: %j', (audio, line) => {
    expect(render({ text: 'Mun?', choices: offered }, audio)).toBe(`Mun?\n${line}\n  1. Ji\n  2. Kalan\n\n`);
  });

  it('T13: moves no cursor and sets no title', () => {
    const choices = [{ id: 'a', label: 'A\u0007\r' }];
    expect(render({ text: 'a\u001B[2Jb\u009Bc\u0000\n\td', choices })).toBe('a[2Jbc\n\td\n  1. A\n\n');
  });
});

describe('C5: the terminal channel', () => {
  const open = (receive: Parameters<ReturnType<typeof terminalChannel>['start']>[0]) => {
    const input = new PassThrough();
    const output = new PassThrough();
    const channel = terminalChannel({ input, output, run: 'r', retryMs: 1 });
    void channel.start(receive);
    return { channel, input, output };
  };

  it('C8: a recording is told of; words arrive while its store is away, or without one', async () => {
    const media = memoryLibrary();
    const output = new PassThrough();
    const channel = terminalChannel({ input: new PassThrough(), output, run: 'r', media });
    const bare = terminalChannel({ input: new PassThrough(), output, run: 'r' });
    const audio = { media: media.add({ seconds: 12 }), seconds: 12 };
    const message = { id: 'm', address: 'you', lane: 'reply' as const, text: 'Kibaru', audio };
    await channel.send(message, 'local');
    media.away = true;
    await channel.send(message, 'local');
    await bare.send(message, 'local');
    expect(String(output.read())).toBe('Kibaru\n[audio 0:12, 1 kB]\n\nKibaru\n\nKibaru\n[audio 0:12]\n\n');
    await Promise.all([channel.stop(), bare.stop()]);
  });

  it('an answered question offers nothing to the next line', async () => {
    const store = new MemoryReceive();
    const { channel, input } = open(store.receive);
    await channel.send({ id: 'm', address: 'you', lane: 'reply', text: 'Mun?', choices: offered }, 'local');
    input.end('1\n1\n');
    await channel.ended();
    expect(store.taken.map(({ id, content }) => [id, content])).toEqual([
      ['r.1', { kind: 'choice', token: 't1' }],
      ['r.2', { kind: 'text', text: '1' }],
    ]);
  });

  it('says when a line could not be stored, and goes on with the next', async () => {
    const store = new MemoryReceive();
    store.awayFor = 20;
    const { channel, input, output } = open(store.receive);
    input.end('a\nb\n');
    await channel.ended();
    expect(String(output.read())).toContain('could not be stored');
    expect(store.contents('you')).toEqual([{ kind: 'text', text: 'b' }]);
  });

  it('waits for a reader that is slow', async () => {
    const output = new PassThrough({ highWaterMark: 4 });
    const channel = terminalChannel({ input: new PassThrough(), output, run: 'r' });
    let sent = false;
    const sending = channel
      .send({ id: 'm', address: 'you', lane: 'reply', text: 'aw ni ce' }, 'local')
      .then(() => {
        sent = true;
      });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sent).toBe(false);
    output.resume();
    await sending;
    await channel.stop();
  });
});
