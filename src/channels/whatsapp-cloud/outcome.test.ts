import { describe, expect, it } from '@jest/globals';
import { NoAnswer } from '../platform/call.ts';
import { outcomeOf, outcomeOfSilence } from './outcome.ts';

describe('C3, C9: from error code to what is done', () => {
  it.each([
    ['too many messages', 400, 130429, { kind: 'retry', code: 'too_many_messages' }],
    ['the pair limit', 400, 131056, { kind: 'retry', afterMs: 6000 }],
    [
      'a token that was withdrawn: an operator mends it, nothing is lost',
      401,
      190,
      { kind: 'retry', code: 'token_refused' },
    ],
    ['no way to pay', 400, 131042, { kind: 'retry', code: 'billing' }],
    ['a closed window', 400, 131047, { kind: 'retry', code: 'window_closed' }],
    ['somebody who wants no more', 400, 131050, { kind: 'refused', gone: true }],
    ['nobody there', 400, 131026, { kind: 'refused', gone: true }],
    ['a fault of ours', 400, 131009, { kind: 'refused', gone: false }],
    ['a code nobody knows', 400, 999_999, { kind: 'refused', code: 'whatsapp_999999', gone: false }],
    ['trouble behind the door', 500, 131000, { kind: 'unknown' }],
  ])('%s', (_name, status, code, expected) => {
    expect(outcomeOf(status, { code })).toMatchObject(expected);
  });

  it('a proxy in between says nothing of the message', () => {
    expect(outcomeOf(502, undefined)).toMatchObject({ kind: 'unknown' });
    expect(outcomeOf(429, undefined)).toMatchObject({ kind: 'retry' });
    expect(outcomeOf(200, undefined)).toEqual({ kind: 'sent' });
  });

  it('COMMIT 10: silence is unknown where the request may have been taken, else it is tried again', () => {
    expect(outcomeOfSilence(new NoAnswer('x', true))).toMatchObject({ kind: 'unknown' });
    expect(outcomeOfSilence(new NoAnswer('x', false))).toMatchObject({ kind: 'retry' });
    expect(outcomeOfSilence(new Error('x'))).toMatchObject({ kind: 'unknown' });
  });
});
