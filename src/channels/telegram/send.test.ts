import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../../test/telegram/faults.ts';
import { TEST_TOKEN, startTelegram } from '../../../test/telegram/index.ts';
import type { TelegramStandIn } from '../../../test/telegram/index.ts';
import type { Outbound } from '../../domain/message.ts';
import { telegramChannel } from './index.ts';
import type { TelegramChannel } from './index.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let telegram: TelegramStandIn;
let channel: TelegramChannel;
beforeAll(async () => {
  telegram = await startTelegram();
  telegram.person(7).says('/start');
});
afterAll(() => telegram.stop());
beforeEach(() => {
  channel = telegramChannel({ token: TEST_TOKEN, apiRoot: telegram.root, mode: 'polling', log: quiet });
  telegram.calls.length = 0;
});
afterEach(() => channel.stop());

const send = (over: Partial<Outbound> = {}, account = channel.account, from = channel) =>
  from.send({ id: 'm', address: '7', lane: 'reply', text: 'aw ni ce', ...over }, account);
const fails = (does: Fault['does']): void => telegram.fail({ method: 'sendMessage', does });
const says = (answer: number, description: string): void => fails({ answer, description });

describe('T13: what is sent', () => {
  it('is the text and its buttons, one a row; no parse_mode, no entities, no preview', async () => {
    const choices = [
      { id: 'a', label: '*Ji* <b>', digits: '1' },
      { id: 'b', label: 'Kalan' },
    ];
    expect(await send({ text: '_x_ <i> https://example.org', choices })).toEqual({ kind: 'sent' });
    expect(telegram.calls).toEqual([
      {
        method: 'sendMessage',
        params: {
          chat_id: 7,
          text: '_x_ <i> https://example.org',
          link_preview_options: { is_disabled: true },
          reply_markup: {
            inline_keyboard: [
              [{ text: '1. *Ji* <b>', callback_data: 'a' }],
              [{ text: 'Kalan', callback_data: 'b' }],
            ],
          },
        },
      },
    ]);
  });

  it('half an emoji is mended, because Telegram would refuse the whole message', async () => {
    expect(await send({ text: 'a\uD83D' })).toEqual({ kind: 'sent' });
    expect(telegram.calls[0]?.params['text']).toBe('a\uFFFD');
  });
});

describe('C1: keys that send a number or a place', () => {
  const asks = { what: 'contact', label: '📱 N ka nimɔrɔ' } as const;
  const person = () => telegram.person(7);

  it('stand in the place of the phone’s own until somebody has answered', async () => {
    await send({ asks });
    expect(person().keyboard).toEqual({
      keyboard: [[{ text: asks.label, request_contact: true }]],
      one_time_keyboard: true,
      resize_keyboard: true,
    });
    await send({ asks: { what: 'location', label: 'A' } });
    expect(person().keyboard?.keyboard).toEqual([[{ text: 'A', request_location: true }]]);
    await send({ asksNoMore: true });
    expect(person().keyboard).toBeUndefined();
    expect(telegram.calls).toHaveLength(3);
  });

  it('go away before buttons come, which Telegram does not have in one message; a lost answer there is no harm', async () => {
    await send({ asks });
    const choices = [{ id: 'a', label: 'A' }];
    telegram.fail({ method: 'sendMessage', does: 'drops after' });
    expect(await send({ asksNoMore: true, choices })).toEqual({ kind: 'sent' });
    expect(person().keyboard).toBeUndefined();
    const [words, buttons] = person().received.slice(-2);
    expect([words?.text, buttons?.text, buttons?.reply_markup]).toEqual([
      '✓',
      'aw ni ce',
      { inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] },
    ]);
  });
});

describe('C9: refused without a call', () => {
  it.each<[name: string, over: Partial<Outbound>, code: string]>([
    ['an address that is no chat', { address: '@someone' }, 'bad_address'],
    ['an address with a path', { address: '7/../8' }, 'bad_address'],
    ['an empty text', { text: ' \n' }, 'empty'],
    ['4,097 characters', { text: 'x'.repeat(4097) }, 'too_long'],
    ['a token of 65 bytes', { choices: [{ id: 'x'.repeat(65), label: 'A' }] }, 'bad_buttons'],
    ['a token of 33 letters of 2 bytes', { choices: [{ id: 'ɛ'.repeat(33), label: 'A' }] }, 'bad_buttons'],
    ['an empty token', { choices: [{ id: '', label: 'A' }] }, 'bad_buttons'],
    ['a button without a label', { choices: [{ id: 'a', label: ' ' }] }, 'bad_buttons'],
  ])('%s', async (_name, over, code) => {
    expect(await send(over)).toEqual({ kind: 'refused', code, gone: false });
    expect(telegram.calls).toEqual([]);
  });

  it('a message of another bot', async () => {
    expect(await send({}, '999')).toEqual({ kind: 'refused', code: 'not_this_account', gone: false });
  });
});

describe('C9: what Telegram answers, and what it means', () => {
  it.each<[answer: number, description: string, outcome: object]>([
    [403, 'Forbidden: bot was blocked by the user', { kind: 'refused', code: 'blocked', gone: true }],
    [403, 'Forbidden: user is deactivated', { kind: 'refused', code: 'blocked', gone: true }],
    [400, 'Bad Request: chat not found', { kind: 'refused', code: 'chat_not_found', gone: true }],
    [400, 'Bad Request: PEER_ID_INVALID', { kind: 'refused', code: 'chat_not_found', gone: true }],
    [400, 'Bad Request: user is deactivated', { kind: 'refused', code: 'deactivated', gone: true }],
    [400, 'Bad Request: message is too long', { kind: 'refused', code: 'too_long', gone: false }],
    [400, 'Bad Request: BUTTON_DATA_INVALID', { kind: 'refused', code: 'bad_buttons', gone: false }],
    [400, 'Bad Request: something of tomorrow', { kind: 'refused', code: 'bad_request', gone: false }],
    [429, 'Too Many Requests', { kind: 'retry', code: 'too_many_requests', afterMs: 1000, forAll: true }],
    [401, 'Unauthorized', { kind: 'retry', code: 'token_refused', afterMs: 60_000, forAll: true }],
    [404, 'Not Found', { kind: 'retry', code: 'token_refused', afterMs: 60_000, forAll: true }],
    [500, 'Internal Server Error', { kind: 'unknown', code: 'telegram_500' }],
    [502, 'Bad Gateway', { kind: 'unknown', code: 'telegram_502' }],
  ])('%i %s', async (answer, description, outcome) => {
    says(answer, description);
    expect(await send()).toEqual(outcome);
    expect(telegram.calls).toHaveLength(1);
  });

  it('429 names its pause in seconds', async () => {
    fails({ answer: 429, description: 'Too Many Requests: retry after 35', retryAfter: 35 });
    expect(await send()).toMatchObject({ kind: 'retry', afterMs: 35_000 });
  });

  it('a proxy’s page instead of an answer is unknown', async () => {
    fails({ page: 502 });
    expect(await send()).toEqual({ kind: 'unknown', code: 'http_502' });
  });
});

describe('C9, COMMIT 10: when no answer comes', () => {
  it.each(['drops before', 'drops after'] as const)(
    '%s: the request left, so it is unknown',
    async (does) => {
      const before = telegram.person(7).received.length;
      fails(does);
      expect(await send()).toMatchObject({ kind: 'unknown' });
      expect(telegram.calls).toHaveLength(1);
      expect(telegram.person(7).received).toHaveLength(before + (does === 'drops after' ? 1 : 0));
      expect(await send()).toEqual({ kind: 'sent' });
    },
  );

  it.each([
    ['a closed port', 'http://127.0.0.1:9'],
    ['a host nobody knows', 'http://nobody.invalid'],
  ])('%s: nothing left, so it may be tried again', async (_name, apiRoot) => {
    const lost = telegramChannel({ token: TEST_TOKEN, apiRoot, mode: 'polling', log: quiet });
    expect(await send({}, lost.account, lost)).toMatchObject({ kind: 'retry', afterMs: 5000 });
    await lost.stop();
  });

  it('a root with a path is called with its path', async () => {
    const under = telegramChannel({
      token: TEST_TOKEN,
      apiRoot: `${telegram.root}/proxy`,
      mode: 'polling',
      log: quiet,
    });
    // The stand-in has nothing under /proxy: Telegram's 404 shows that the path was used.
    expect(await send({}, under.account, under)).toMatchObject({ code: 'token_refused' });
    await under.stop();
  });
});
