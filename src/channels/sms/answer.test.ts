import { describe, expect, it } from '@jest/globals';
import { NoAnswer } from '../platform/call.ts';
import { type AnswerPlaces, outcomeOf, outcomeOfSilence } from './answer.ts';

const PLACES: AnswerPlaces = {
  id: 'messages.0.id',
  code: 'messages.0.code',
  codes: new Map([
    ...['100', '101'].map((code) => [code, 'ok'] as const),
    ...['405', '503'].map((code) => [code, 'later'] as const),
    ['406', 'gone'],
    ['407', 'refused'],
  ]),
};
const BARE: AnswerPlaces = { codes: new Map() };
const answer = (status: number, json: unknown = {}, retryAfterMs?: number) => ({
  ...{ status, text: typeof json === 'string' ? json : JSON.stringify(json) },
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});
const coded = (code: unknown, id = 'g1') => ({ messages: [{ id, code }] });

describe('C9, C15: what a gateway says', () => {
  it.each<[string, AnswerPlaces, ReturnType<typeof answer>, object]>([
    ['a code that is right', PLACES, answer(200, coded(100)), { outcome: { kind: 'sent' }, id: 'g1' }],
    ['an answer without an id', PLACES, answer(201, coded('101', '')), { outcome: { kind: 'sent' } }],
    [
      'later',
      PLACES,
      answer(200, coded(405)),
      { outcome: { kind: 'retry', afterMs: 60_000, code: 'sms_405' } },
    ],
    ['gone', PLACES, answer(200, coded(406)), { outcome: { kind: 'refused', code: 'sms_406', gone: true } }],
    [
      'refused',
      PLACES,
      answer(200, coded(407)),
      { outcome: { kind: 'refused', code: 'sms_407', gone: false } },
    ],
    [
      'a code nobody named',
      PLACES,
      answer(200, coded('E7')),
      { outcome: { kind: 'refused', code: 'sms_E7', gone: false } },
    ],
    [
      'a code that could be a number',
      PLACES,
      answer(200, coded('bad +22370000001')),
      { outcome: { kind: 'refused', code: 'sms_odd_code', gone: false } },
    ],
    [
      'a status that was named',
      PLACES,
      answer(503, 'later', 7000),
      { outcome: { kind: 'retry', afterMs: 7000, code: 'sms_503' } },
    ],
    [
      'a page instead of an answer',
      PLACES,
      answer(200, '<html>'),
      { outcome: { kind: 'unknown', code: 'sms_strange_answer' } },
    ],
    ['a bare 202', BARE, answer(202, '0: Accepted for delivery'), { outcome: { kind: 'sent' } }],
    [
      'too many',
      BARE,
      answer(429, {}, 7000),
      { outcome: { kind: 'retry', afterMs: 7000, code: 'too_many_requests', forAll: true } },
    ],
    [
      'too many, unnamed',
      BARE,
      answer(429),
      { outcome: { kind: 'retry', afterMs: 5000, code: 'too_many_requests', forAll: true } },
    ],
    [
      'a wrong key',
      BARE,
      answer(401),
      { outcome: { kind: 'retry', afterMs: 60_000, code: 'keys_refused', forAll: true } },
    ],
    [
      'no money',
      BARE,
      answer(402),
      { outcome: { kind: 'retry', afterMs: 600_000, code: 'billing', forAll: true } },
    ],
    [
      'another address',
      BARE,
      answer(301),
      { outcome: { kind: 'retry', afterMs: 60_000, code: 'wrong_address', forAll: true } },
    ],
    ['a bad request', BARE, answer(400), { outcome: { kind: 'refused', code: 'sms_http_400', gone: false } }],
    ['a fault behind its door', BARE, answer(502), { outcome: { kind: 'unknown', code: 'sms_http_502' } }],
    ['too slow', BARE, answer(408), { outcome: { kind: 'unknown', code: 'sms_http_408' } }],
  ])('%s', (_name, places, given, told) => {
    expect(outcomeOf(places, given)).toEqual(told);
  });

  it('nothing at all: not sent where it never left, unknown where it did', () => {
    expect(outcomeOfSilence(new NoAnswer('ECONNREFUSED', false))).toMatchObject({
      kind: 'retry',
      code: 'ECONNREFUSED',
    });
    expect(outcomeOfSilence(new NoAnswer('UND_ERR_SOCKET', true))).toEqual({
      kind: 'unknown',
      code: 'UND_ERR_SOCKET',
    });
    expect(outcomeOfSilence(new Error('x'))).toEqual({ kind: 'unknown', code: 'unexpected' });
  });
});
