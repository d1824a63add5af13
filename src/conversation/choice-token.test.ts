import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testKeyring } from '../../test/universe/keyring.ts';
import {
  type Asked,
  choiceToken,
  MAX_CHOICE_KEY_BYTES,
  MAX_TOKEN_BYTES,
  readChoiceToken,
} from './choice-token.ts';

const { fingerprint } = testKeyring();
const asked: Asked = { person: 'p1', sid: 's1', step: 'eau' };
const token = choiceToken(fingerprint, asked, 'oui');

describe('a button’s token (T12)', () => {
  it('T12: opens for the question it was made for, and names its choice', () => {
    expect(readChoiceToken(fingerprint, asked, token)).toBe('oui');
  });

  it('T12: fits the tightest channel with the longest key', () => {
    expect(Buffer.byteLength(choiceToken(fingerprint, asked, 'k'.repeat(MAX_CHOICE_KEY_BYTES)))).toBe(
      MAX_TOKEN_BYTES,
    );
  });

  it.each<[string, Partial<Asked>]>([
    ['another person', { person: 'p2' }],
    ['another session', { sid: 's2' }],
    ['another step', { step: 'ecole' }],
  ])('T12: is refused for %s', (_what, other) => {
    expect(readChoiceToken(fingerprint, { ...asked, ...other }, token)).toBeNull();
  });

  it('T12: any flipped bit is refused', () => {
    const bytes = Buffer.from(token);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readChoiceToken(fingerprint, asked, flipped.toString('latin1'))).toBeNull();
    }
  });

  it.each(['', '1', 'admin:publish:1', '1'.repeat(17), token.slice(1), `2${token.slice(1)}`, `${token} `])(
    'T12: the forged %j is refused',
    (forged) => {
      expect(readChoiceToken(fingerprint, asked, forged)).toBeNull();
    },
  );

  it('T12: nothing but the token itself opens', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => text === token || readChoiceToken(fingerprint, asked, text) === null,
      ),
    );
  });
});
