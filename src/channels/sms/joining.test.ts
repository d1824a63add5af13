import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memoryPieces } from '../../../test/sms/memory-pieces.ts';
import { MemoryReceive } from '../../../test/channels/memory-receive.ts';
import { testClock, type TestClock } from '../../../test/universe/time.ts';
import { unavailable } from '../../domain/faults.ts';
import { Deliveries } from './deliveries.ts';
import { intake, type SmsIntake } from './intake.ts';
import { WAIT_FOR_REST_MS } from './joining.ts';
import type { Pieces } from './ports.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const AWA = '+22370000001';
let store: MemoryReceive;
let clock: TestClock;
let pieces: Pieces;
let taking: SmsIntake;
const opened = (kept: Pieces | undefined): SmsIntake =>
  intake({
    ...{ account: '36000', country: '223', pieces: kept, clock, log: quiet, count: () => undefined },
    places: {
      message: { from: 'from', text: 'text', id: 'id', ref: 'ref', part: 'part', parts: 'parts' },
      report: { id: 'id', state: 'state' },
      states: new Map([['ok', 'delivered']]),
    },
    deliveries: new Deliveries(() => Promise.reject(unavailable('store_unavailable', 'x'))),
    receive: store.receive,
  });
beforeEach(() => {
  store = new MemoryReceive();
  clock = testClock();
  pieces = memoryPieces();
  taking = opened(pieces);
});
const part = (n: number, text: string, more: object = {}) => ({
  ...{ from: AWA, text, id: `g${n}`, ref: '17', part: n, parts: 3 },
  ...more,
});
const texts = () => store.contents(AWA).map((content) => ('text' in content ? content.text : content.kind));

describe('C15: long SMS that come in parts', () => {
  it('are one message, whatever the order and however often each comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 1, 2, 3, 1, 2, 3], { minLength: 9 }), async (order) => {
        store = new MemoryReceive();
        pieces = memoryPieces();
        taking = opened(pieces);
        for (const n of order)
          expect(await taking.take(part(n, ['', 'An ka ', 'ben, ', 'an ka kuma.'][n]!))).toBe('done');
        expect(texts()).toEqual(['An ka ben, an ka kuma.']);
      }),
    );
  });

  it('all at once: one message', async () => {
    const verdicts = await Promise.all([1, 2, 3, 3, 2, 1].map((n) => taking.take(part(n, `${n}`))));
    expect(new Set(verdicts)).toEqual(new Set(['done']));
    expect(texts()).toEqual(['123']);
  });

  it('of two people, and of two messages under one number, never meet', async () => {
    await taking.take(part(1, 'a'));
    await taking.take(part(1, 'x', { from: '+22370000002', id: 'h1' }));
    await taking.take(part(2, 'b'));
    await taking.take(part(3, 'c'));
    for (const n of [1, 2, 3]) await taking.take(part(n, `${n}`, { id: `later${n}` }));
    expect(texts()).toEqual(['abc', '123']);
  });

  it('T25: 503 while the store is away, and nothing is lost', async () => {
    await taking.take(part(1, 'a'));
    await taking.take(part(2, 'b'));
    store.awayFor = 1;
    expect(await taking.take(part(3, 'c'))).toBe('unavailable');
    expect(await taking.take(part(3, 'c'))).toBe('done');
    expect(texts()).toEqual(['abc']);
    const away = opened({ ...pieces, keep: () => Promise.reject(unavailable('store_unavailable', 'x')) });
    expect(await away.take(part(1, 'a', { ref: '18' }))).toBe('unavailable');
  });

  it('whose rest never comes are handed on with a gap, once', async () => {
    await taking.take(part(1, 'Alerte a '));
    await taking.take(part(3, ' ce matin'));
    clock.advance(WAIT_FOR_REST_MS - 1);
    await taking.sweep();
    expect(texts()).toEqual([]);
    clock.advance(2);
    store.awayFor = 1;
    await taking.sweep();
    expect(texts()).toEqual([]);
    await taking.sweep();
    await taking.sweep();
    expect(texts()).toEqual(['Alerte a  (...)  ce matin']);
  });

  it('where nothing keeps parts each is a message of its own', async () => {
    await opened(undefined).take([part(1, 'a'), part(2, 'b')]);
    expect(texts()).toEqual(['a', 'b']);
  });

  it('a report that cannot be kept brings the whole call again', async () => {
    expect(
      await taking.take([
        { id: 'g9', state: 'ok' },
        { from: AWA, text: 'x', id: 'g1' },
      ]),
    ).toBe('unavailable');
    expect(texts()).toEqual(['x']);
  });
});
