import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { intentReader } from '../../language/index.ts';
import { files, languages, textsOf } from '../../../test/flows/locale-files.ts';
import { isGsm, sizeOf } from './gsm.ts';
import { plain } from './plain.ts';

describe('C15: no accents are needed', () => {
  it.each([
    ['Ɲɔgɔn ye ɲɛ, ŋɔni, sɔrɔ', 'Nyogon ye nye, ngoni, soro'],
    ['ƐƆŊ', 'EONg'],
    ['tɛ̀ ɔ́ ɲ̀', 'te o ny'],
    ['Français, où, déjà, Noël, cœur', 'Francais, où, déjà, Noel, coeur'],
    ['ê â î ô û ë ï', 'e a i o u e i'],
    ['E\u0301cris', 'Écris'],
    ['« menu » – c’est… «\u00a0oui\u00a0»', '"menu" - c\'est... "oui"'],
    ['16\u00a0h\u202f30', '16 h 30'],
    ['✓ Eau → n° 2', '* Eau -> no 2'],
    ['↻ Bonjour', '>> Bonjour'],
    ['Paix 🕊️ au 👩🏿‍🌾 Mali 🇲🇱!', 'Paix  au  Mali !'],
    ['1️⃣ ① ２ ½', '1 1 2 1/2'],
    ['a\u200Bb\u00ADc\u202Ed\tz\r\ne', 'abcd z\ne'],
    ['10 000 €, {a} [b] ~', '10 000 €, {a} [b] ~'],
  ])('%s → %s', (text, written) => {
    expect(plain(text)).toBe(written);
  });

  it.each(['ߒߞߏ ߛߓߍ', '\u200F١٢٣', '𞤀𞤣𞤤𞤢𞤥', 'Ségou ߒߞߏ'])(
    '%s stays as it is: no letters of GSM say it',
    (text) => {
      expect(plain(text)).toBe(text);
    },
  );

  it('gives only letters of GSM, or what it was given; and giving it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = plain(text);
        expect(isGsm(written) || written === text).toBe(true);
        expect(plain(written)).toBe(written);
      }),
    );
  });

  it('every text of the shipped locales can be written so', () => {
    const words = languages.flatMap((lang) => files.flatMap((file) => [...textsOf(lang, file).values()]));
    const odd = words.filter((text) => !isGsm(plain(text)));
    expect(words.length).toBeGreaterThan(500);
    expect(odd).toEqual([]);
  });

  it.each([
    ['ɲininkali', 'survey'],
    ['a dabila', 'stop'],
    ['jɔsi', 'erase'],
    ['dɛmɛ', 'help'],
    ['yɛrɛbɔ', 'volunteer'],
  ])('what it makes of a word is understood when it comes back: %s', (word, intent) => {
    expect(intentReader.intent(plain(word))).toEqual({ kind: 'one', intent });
  });

  it('a Bambara text costs half', () => {
    const text = 'I bɛ fɛ ka bɛɛ jɔsi wa ? '.repeat(6);
    expect([sizeOf(text).parts, sizeOf(plain(text)).parts]).toEqual([3, 1]);
  });
});
