import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldFrenchLike, foldSafe, foldTones } from './fold.ts';
import { bare, tidy } from './tidy.ts';
import { Typed } from './typed.ts';

describe('L4: folding', () => {
  it.each([
    ['case and edges', '  ¡STOP!! 🙏 ', 'stop'],
    ['zero-width and bidi characters', 's\u200bt\u202eo\u2060p\ufeff', 'stop'],
    ['full width', 'ＡＩＤＥ', 'aide'],
    ['one apostrophe', 'n’a nʼa n‘a n`a', "n'a n'a n'a n'a"],
    ['look-alikes', 'dεmε ↄwↄ', 'dɛmɛ ɔwɔ'],
    ['Cyrillic homoglyphs', 'мenu', 'menu'],
    ['spaces of all kinds', 'a\u00a0\n dabila', 'a dabila'],
    ['no control characters', 'me\u0000nu\u0007', 'menu'],
  ])('is bare of %s', (_, typed, expected) => {
    expect(bare(typed)).toBe(expected);
  });

  it.each([
    ['①②', '12'],
    ['❸', '3'],
    ['➄', '5'],
    ['1️⃣', '1'],
    ['🔟', '10'],
    ['١٢', '12'],
    ['۴', '4'],
    ['߁߂', '12'],
    ['７', '7'],
  ])('C7: reads the digits %s as %s', (typed, digits) => {
    expect(tidy(typed)).toBe(digits);
  });

  it.each([
    ['dɛ̀mɛ̂', 'deme'],
    ['DƐMƐ', 'deme'],
    ['ɲininkali', 'nyininkali'],
    ['ŋunuŋunu', 'ngunungunu'],
    ["n t'a fɛ", 'n ta fe'],
    ['ɔn-ɔn', 'on on'],
    ['arrêté', 'arrete'],
    ['cœur', 'coeur'],
    ['ɔ̃hɔ̃', 'onhon'],
  ])('safe: %s is %s', (typed, folded) => {
    expect(foldSafe(bare(typed))).toBe(folded);
  });

  it.each([
    ['segou', 'segu'],
    ['koutiala', 'kucala'],
    ['tche', 'ce'],
    ['chefolo', 'cefolo'],
    ['djossi', 'josi'],
    ['gnininkali', 'nyininkali'],
    ['segue', 'sege'],
    ['khalan', 'galan'],
    ['baara', 'bara'],
    ['aouo', 'awo'],
    ['aou ni ce', 'aw ni ce'],
    ['kunnafoniou', 'kunafoniw'],
    ['oouo', 'owo'],
    ['quatre', 'katre'],
  ])('French-like: %s is %s', (safe, folded) => {
    expect(foldFrenchLike(safe)).toBe(folded);
  });

  it('L3: leaves ny and ng as they stand', () => {
    expect(foldFrenchLike('horonya bange')).toBe('horonya bange');
  });

  it('takes tones off without touching letters', () => {
    expect(foldTones(bare('kɔ́'))).toBe('kɔ');
    expect(foldTones(bare('ko'))).toBe('ko');
  });

  it('reads NFC and NFD alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(new Typed(text.normalize('NFD')).safe).toBe(new Typed(text.normalize('NFC')).safe);
      }),
      { seed: 1 },
    );
  });

  it('L11: common letters are looked up, and come out as they do taken apart', () => {
    const letters = fc.constantFrom(...'abckɛɔɲŋœæÀÉàâäãéèêëïîôõöñùûüÿçÇøßƐƆƝŊ’«»!? 12-'.split(''));
    // What is not commonly typed takes the long way.
    const byLongWay = (text: string) => new Typed(`${text} ǖ`);
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 20 }), (text) => {
        const [short, long] = [new Typed(`${text} u`), byLongWay(text)];
        expect(short.exact.slice(0, -1)).toBe(long.exact.slice(0, -1));
        expect(short.toneless.slice(0, -1)).toBe(long.toneless.slice(0, -1));
        expect(short.safe.slice(0, -1)).toBe(long.safe.slice(0, -1));
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('every level is idempotent', () => {
    const letters = fc.constantFrom(...'aeiouɛɔɲŋtchdjgnkqpswy ’-́'.split(''));
    const words = fc.oneof(fc.string({ unit: letters, maxLength: 24 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(words, (text) => {
        const { exact, safe, frenchLike } = new Typed(text);
        expect(bare(exact)).toBe(exact);
        expect(foldSafe(safe)).toBe(safe);
        expect(foldFrenchLike(frenchLike)).toBe(frenchLike);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('T10: survives what is no text: lone surrogates, combining marks by the hundred, 4,096 characters', () => {
    for (const text of ['\ud800', 'a' + '\u0301'.repeat(4000), '😀'.repeat(2048), 'ou'.repeat(2048)])
      expect(typeof new Typed(text).frenchLike).toBe('string');
  });
});
