import { describe, expect, it } from '@jest/globals';
import { inbound } from '../../domain/message.ts';
import { idOf, secondsIn, toInbound } from './to-inbound.ts';

const sms = { from: '+22370000001', text: 'Aw ni ce', id: 'g1', at: undefined };

describe('C15: an SMS as a message', () => {
  it('names channel, account, person and id; its sender’s clock serves the order alone', () => {
    const message = toInbound({ ...sms, at: '1763900000' }, '36000', 3);
    expect(inbound.parse(message)).toEqual({
      ...{ channel: 'sms', account: '36000', user: sms.from, address: sms.from, id: 'g1' },
      ...{ order: 1_763_900_000_000_003, content: { kind: 'text', text: 'Aw ni ce' } },
    });
  });

  it.each<[string, string, object]>([
    ['a carrier’s word', 'UNSUBSCRIBE', { kind: 'intent', intent: 'stop' }],
    ['a word of the bot', 'a dabila', { kind: 'text', text: 'a dabila' }],
    ['a code of an incident', '14 2', { kind: 'text', text: '14 2' }],
    ['4,096 letters', 'ɛ'.repeat(4096), { kind: 'text', text: 'ɛ'.repeat(4096) }],
    ['one more', 'ɛ'.repeat(4097), { kind: 'unsupported', what: 'too_long' }],
    ['nothing', ' \n', { kind: 'unsupported', what: 'empty' }],
    ['half a pair and NUL', 'a\ud800\0b', { kind: 'text', text: 'a\uFFFDb' }],
    ['a byte-order mark', '\uFEFF1', { kind: 'text', text: '1' }],
  ])('%s', (_name, text, content) => {
    expect(toInbound({ ...sms, text }, '36000', 1).content).toEqual(content);
  });

  it('T11: without an id it is who, when and what that makes it this one', () => {
    const bare = { ...sms, id: undefined, at: '2026-11-22 10:00:00' };
    expect(idOf(bare)).toBe(idOf({ ...bare }));
    const others = [{ text: 'x' }, { from: '+22370000002' }, { at: '2026-11-22 10:00:01' }];
    for (const other of others) expect(idOf({ ...bare, ...other })).not.toBe(idOf(bare));
    expect(idOf({ ...sms, id: 'x'.repeat(500) })).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['1763900000', 1_763_900_000],
    ['1763900000123', 1_763_900_000],
    ['2026-11-22T10:00:00Z', 1_795_341_600],
    ['2026-11-22T10:00:00.000+07:00', 1_795_316_400],
    ['2026-11-22 10:00:00', 1_795_341_600],
    ['2026-11-22T10:00+0100', 1_795_338_000],
    ['yesterday', undefined],
    ['12', undefined],
    ['2026-13-45T10:00:00Z', undefined],
    ['1e999', undefined],
    [undefined, undefined],
  ])('the time %j', (at, seconds) => {
    expect(secondsIn(at)).toBe(seconds);
  });
});
