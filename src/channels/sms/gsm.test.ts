import { describe, expect, it } from '@jest/globals';
import { isGsm, sizeOf } from './gsm.ts';

describe('C15: what an SMS costs', () => {
  it('knows the 127 letters of GSM 03.38 and the ten of its extension, each once', () => {
    const all = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
    const known = all.filter((letter) => isGsm(letter));
    expect(known).toHaveLength(127 + 10);
    expect(known.filter((letter) => sizeOf(letter).units === 2).join('')).toBe('\f[\\]^{|}~€');
  });

  it.each([
    'ç',
    'ê',
    'ɛ',
    'ɔ',
    'ɲ',
    'ŋ',
    'œ',
    '’',
    '«',
    '…',
    '\t',
    '`',
    '\u00a0',
    'ß'.normalize('NFC') + 'ẞ',
  ])('%j is not among them', (text) => {
    expect(isGsm(text)).toBe(false);
  });

  it.each<[string, string, 'gsm' | 'ucs2', number, number]>([
    ['nothing', '', 'gsm', 0, 1],
    ['160 letters', 'é'.repeat(160), 'gsm', 160, 1],
    ['161 letters', 'é'.repeat(161), 'gsm', 161, 2],
    ['306 letters', 'a'.repeat(306), 'gsm', 306, 2],
    ['307 letters', 'a'.repeat(307), 'gsm', 307, 3],
    ['80 euros', '€'.repeat(80), 'gsm', 160, 1],
    ['81 euros', '€'.repeat(81), 'gsm', 162, 2],
    // 152 + 2 do not fit into 153: the escape is not left behind.
    ['an escape at the seam', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm', 306, 3],
    ['70 letters of Bambara', 'ɛ'.repeat(70), 'ucs2', 70, 1],
    ['71', 'ɛ'.repeat(71), 'ucs2', 71, 2],
    ['134', 'ɛ'.repeat(134), 'ucs2', 134, 2],
    ['135', 'ɛ'.repeat(135), 'ucs2', 135, 3],
    ['one letter that is not in it among 100', `${'a'.repeat(99)}ɛ`, 'ucs2', 100, 2],
    ['35 pictures', '😀'.repeat(35), 'ucs2', 70, 1],
    // 66 + 2 do not fit into 67: a pair is not torn.
    ['a pair at the seam', `${'ɛ'.repeat(66)}😀${'ɛ'.repeat(66)}`, 'ucs2', 134, 3],
  ])('%s', (_name, text, coding, units, parts) => {
    expect(sizeOf(text)).toEqual({ coding, units, parts });
  });
});
