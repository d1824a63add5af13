import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GATEWAY, type GatewayStandIn, startGateway } from '../../../test/sms/index.ts';
import { realClock } from '../../../test/universe/time.ts';
import { readSettings } from '../../app/settings.ts';
import { smsGatewayIn } from '../../app/sms-settings.ts';
import type { Outbound } from '../../domain/message.ts';
import { smsChannel, type SmsChannel } from './index.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let gateway: GatewayStandIn;
let single: GatewayStandIn;
let spent: string[];
beforeAll(async () => {
  const webhook = 'http://127.0.0.1:9/';
  [gateway, single] = await Promise.all([startGateway({ webhook }), startGateway({ webhook, joins: false })]);
});
afterAll(() => Promise.all([gateway.stop(), single.stop()]));
beforeEach(() => {
  spent = [];
});

const channelTo = (to: GatewayStandIn, more: Record<string, string> = {}): SmsChannel => {
  const described = smsGatewayIn(readSettings({ ...to.settings, ...more }));
  return smsChannel({
    ...described!,
    clock: realClock,
    log: quiet,
    spent: (what, n) => void spent.push(`${what} ${n}`),
  });
};
const message = (text: string, more: Partial<Outbound> = {}, n = 1, to = gateway): Outbound => ({
  ...{ id: `m${text.length}`, address: to.phone(n).number, lane: 'reply', text },
  ...more,
});
const long = Array.from({ length: 80 }, (_, at) => `mot${at}`).join(' ');

describe('C15: sending', () => {
  it('words in the letters of GSM; a recording stays behind; the gateway’s id is told', async () => {
    const channel = channelTo(gateway);
    const choices = [{ id: 'a', label: 'Ji', digits: '1' }];
    const outcome = await channel.send(
      message('Mun bɛ ɲɛ ?', { choices, audio: { media: 'x' } }),
      channel.account,
    );
    expect(outcome).toEqual({ kind: 'sent', as: gateway.taken.at(-1)?.id });
    expect(gateway.taken.at(-1)).toMatchObject({ from: GATEWAY.number, text: 'Mun be nye ?\n1. Ji' });
    expect(spent).toEqual(['part 1']);
    await channel.close?.();
  });

  it('where answers name nothing, reports name our own id', async () => {
    const channel = channelTo(gateway, { SMS_ANSWER_ID: '' });
    expect(await channel.send(message('a'), channel.account)).toEqual({ kind: 'sent', as: 'm1' });
    expect(gateway.taken.at(-1)?.reference).toBe('m1');
    await channel.close?.();
  });

  it.each<[string, Partial<Outbound>, string]>([
    ['no number', { address: '22370000001' }, 'bad_number'],
    ['no words', { text: ' \n' }, 'empty'],
    [
      'choices beyond all measure',
      { choices: Array.from({ length: 40 }, (_, at) => ({ id: '', label: `${at}`.repeat(60) })) },
      'too_long',
    ],
  ])('%s is refused without a request', async (_name, more, code) => {
    const channel = channelTo(gateway);
    const before = gateway.taken.length;
    expect(await channel.send(message('x', more), channel.account)).toEqual({
      kind: 'refused',
      code,
      gone: false,
    });
    expect(await channel.send(message('x'), 'another')).toMatchObject({ code: 'not_this_account' });
    expect(gateway.taken).toHaveLength(before);
    await channel.close?.();
  });

  it('a text that costs too much is cut, and that is counted', async () => {
    const channel = channelTo(gateway, { SMS_MAX_PARTS: '2' });
    expect(await channel.send(message(long), channel.account)).toMatchObject({ kind: 'sent' });
    expect(gateway.taken.at(-1)?.text).toMatch(/ \(\.\.\.\)$/);
    expect(spent).toEqual(['part 2', 'cut 1']);
    await channel.close?.();
  });

  it('where the gateway does not join: numbered parts, each a request, each with an id of its own', async () => {
    single.phone(1);
    const channel = channelTo(single, { SMS_LONG: 'numbered', SMS_ANSWER_ID: '' });
    expect(await channel.send(message(long, {}, 1, single), channel.account)).toEqual({
      kind: 'sent',
      as: `m${long.length}`,
    });
    const own = `m${long.length}`;
    expect(single.taken.map(({ text }) => text.slice(0, 4))).toEqual(['1/4 ', '2/4 ', '3/4 ', '4/4 ']);
    expect(single.taken.map(({ reference }) => reference)).toEqual([`${own}.1`, `${own}.2`, `${own}.3`, own]);
    expect(single.phone(1).shown).toEqual([{ text: long, labels: [] }]);
    await channel.close?.();
  });

  it('stopped in the middle it goes on there, and says of an unknown part that it is unknown', async () => {
    single.phone(2);
    const channel = channelTo(single, { SMS_LONG: 'numbered' });
    const one = message(long, { id: 'again' }, 2, single);
    single.faults.push('nothing', { status: 429, retryAfter: 3 }, 'nothing', 'drops after');
    const before = single.taken.length;
    expect(await channel.send(one, channel.account)).toMatchObject({ kind: 'retry', afterMs: 3000 });
    expect(single.taken.length - before).toBe(1);
    expect(await channel.send(one, channel.account)).toMatchObject({ kind: 'unknown' });
    expect(single.taken.length - before).toBe(3);
    // Once more, marked, as the outbox does: other words, from the beginning.
    expect(await channel.send({ ...one, text: `↻ ${long}` }, channel.account)).toMatchObject({
      kind: 'sent',
    });
    expect(single.taken.slice(before + 3).map(({ text }) => text.slice(0, 7))).toEqual([
      ...['1/4 >> ', '2/4 mot', '3/4 mot', '4/4 mot'],
    ]);
    await channel.close?.();
  });
});

describe('C9: faults of a gateway', () => {
  it.each<[string, Parameters<GatewayStandIn['faults']['push']>[0], object]>([
    ['too many', { status: 429, retryAfter: 7 }, { kind: 'retry', afterMs: 7000, forAll: true }],
    ['later, in its own words', { code: 405 }, { kind: 'retry', code: 'sms_405' }],
    ['the wrong key', { status: 401 }, { kind: 'retry', code: 'keys_refused', forAll: true }],
    ['a page', 'a page', { kind: 'unknown', code: 'sms_strange_answer' }],
    ['a lost answer', 'drops after', { kind: 'unknown' }],
    ['a lost request', 'drops before', { kind: 'unknown' }],
    ['a fault behind its door', { status: 502 }, { kind: 'unknown', code: 'sms_http_502' }],
  ])('%s', async (_name, fault, outcome) => {
    const channel = channelTo(gateway);
    gateway.faults.push(fault);
    expect(await channel.send(message('x'), channel.account)).toMatchObject(outcome);
    await channel.close?.();
  });

  it('nobody answers: it may be tried again', async () => {
    const channel = channelTo(gateway, { SMS_SEND_URL: 'http://127.0.0.1:9/' });
    expect(await channel.send(message('x'), channel.account)).toMatchObject({
      kind: 'retry',
      code: 'ECONNREFUSED',
    });
    await channel.close?.();
  });
});
