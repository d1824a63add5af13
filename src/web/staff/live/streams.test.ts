import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'express';
import { type LiveStreams, liveStreams, type Opening } from './streams.ts';

const LOOK_MS = 10;
let streams: LiveStreams;
beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  streams.stop();
  jest.useRealTimers();
});
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** A response that remembers what was written to it. */
function listener() {
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    ended: false,
    status: () => response,
    set: () => response,
    flushHeaders: () => undefined,
    write: (text: string) => written.push(text),
    end() {
      response.ended = true;
    },
  });
  return { response: response as unknown as Response, written, is: response };
}

const opening = (more: Partial<Opening> = {}): Opening => ({
  ...{ account: 'a', session: 's', topic: 't', seen: '1' },
  mark: async () => '1',
  stands: async () => true,
  ...more,
});

const events = (written: readonly string[]): string[] =>
  written.flatMap((text) => /event: (\w+)/u.exec(text)?.[1] ?? []);

describe('streams of staff pages', () => {
  it('say once that there is news, with its mark and nothing else; one look serves a topic', async () => {
    streams = liveStreams({ lookMs: LOOK_MS });
    const [first, second] = [listener(), listener()];
    let [mark, looks] = ['1', 0];
    const look = async () => {
      looks += 1;
      return mark;
    };
    streams.open(opening({ mark: look }), first.response);
    streams.open(opening({ account: 'b', mark: look }), second.response);
    await pass(LOOK_MS * 3);
    expect([events(first.written), events(second.written)]).toEqual([[], []]);
    const before = looks;
    mark = '2';
    await pass(LOOK_MS * 8);
    expect(looks - before).toBeLessThanOrEqual(9);
    expect(first.written.slice(1)).toEqual(['id: 2\nevent: changed\ndata: 1\n\n']);
    expect(events(second.written)).toEqual(['changed']);
  });

  it('T19: end when the session does, also while the news cannot be read', async () => {
    streams = liveStreams({ lookMs: LOOK_MS });
    const one = listener();
    let stands = true;
    const never = () => new Promise<string>(() => undefined);
    streams.open(opening({ mark: never, stands: async () => stands }), one.response);
    await pass(LOOK_MS * 4);
    expect(one.is.ended).toBe(false);
    stands = false;
    await pass(LOOK_MS * 4);
    expect([events(one.written), one.is.ended]).toEqual([['over'], true]);
  });

  it('stay while the store is away, and tell what came meanwhile', async () => {
    streams = liveStreams({ lookMs: LOOK_MS });
    const one = listener();
    let away = true;
    const asked = async <T>(answer: T): Promise<T> => (away ? Promise.reject(new Error('away')) : answer);
    streams.open(opening({ mark: () => asked('2'), stands: () => asked(true) }), one.response);
    await pass(LOOK_MS * 4);
    expect([events(one.written), one.is.ended]).toEqual([[], false]);
    away = false;
    await pass(LOOK_MS * 4);
    expect(events(one.written)).toEqual(['changed']);
  });

  it('the fifth of an account sends its oldest away; a full house refuses (503), as does one that stops', () => {
    streams = liveStreams({ lookMs: LOOK_MS, most: 6 });
    const mine = Array.from({ length: 5 }, listener);
    for (const { response } of mine) streams.open(opening(), response);
    expect(mine.map(({ is }) => is.ended)).toEqual([true, false, false, false, false]);
    expect(events(mine[0]?.written ?? [])).toEqual(['moved']);
    for (const account of ['b', 'c']) streams.open(opening({ account }), listener().response);
    const open = () => streams.open(opening({ account: 'd' }), listener().response);
    expect(open).toThrow(expect.objectContaining({ status: 503, code: 'streams_full' }));
    mine[4]?.is.emit('close');
    expect(open).not.toThrow();
    streams.stop();
    expect(mine.every(({ is }) => is.ended)).toBe(true);
    expect(open).toThrow(expect.objectContaining({ status: 503 }));
  });
});
