import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../../../test/universe/keyring.ts';
import { newCode, readCode, spaced } from './code.ts';

const { fingerprint } = testKeyring();
const codeOf = (conversation: string, inbound = 'm1', call = 0): string =>
  newCode(fingerprint, conversation, { inbound, call });

describe('C6: one-time codes', () => {
  it('have eight letters and digits, none of which looks like another', () => {
    for (let n = 0; n < 200; n += 1) expect(codeOf(`c${n}`)).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{8}$/u);
  });

  it('are the same for a turn run again, and others for another turn, call or talk', () => {
    const codes = [codeOf('c1'), codeOf('c2'), codeOf('c1', 'm2'), codeOf('c1', 'm1', 1)];
    expect(new Set(codes).size).toBe(4);
    expect(codeOf('c1')).toBe(codes[0]);
  });

  it('are read as people type them', () => {
    for (const typed of [
      'ACDE3479',
      'acde 3479',
      ' acde-3479. ',
      'ＡＣＤＥ３４７９',
      'Äcdé 34 79',
      'a c d e 3 4 7 9',
    ])
      expect([typed, readCode(typed)]).toEqual([typed, 'ACDE3479']);
    expect(readCode(spaced('ACDE3479'))).toBe('ACDE3479');
  });

  it('are not read from what can be none', () => {
    for (const typed of [
      '',
      'ACDE347',
      'ACDE34799',
      'ABCD3479',
      'ACDE347O',
      '$where: 1',
      '߁߂߃߄߅߆߇߈',
      '\u0000'.repeat(8),
    ])
      expect([typed, readCode(typed)]).toEqual([typed, null]);
  });
});
