import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type BambaraStyle,
  bambaraWords,
  type FrenchStyle,
  frenchWords,
} from '../evaluating/number-words.ts';
import { readNumber } from './read-number.ts';

const read = (text: string, lang = 'fr'): number | 'none' => {
  const found = readNumber(text, lang);
  return found.kind === 'one' ? found.value : 'none';
};

describe('L5: numbers in digits', () => {
  it.each([
    ['12', 12],
    ['012', 12],
    ['+12', 12],
    ['-1', -1],
    ['−1', -1],
    ['12.', 12],
    ['12.0', 12],
    ['12,00', 12],
    ['12 000', 12_000],
    ['12.000', 12_000],
    ['1\u202f250\u00a0000', 1_250_000],
    ['12 ans', 12],
    ['12ans', 12],
    ["j'ai 12 ans", 12],
    ['san 20', 20],
    ['n ye san 20 ye', 20],
    ['500 F CFA', 500],
    ['500fcfa', 500],
    ['2 mille', 2000],
    ['2 waa', 2000],
    ['waa 2', 2000],
    ['١٢', 12],
    ['߁߂', 12],
    ['１２', 12],
    ['⑫', 12],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '1e3',
    '1E3',
    '0x10',
    '1,5',
    '1.5',
    '1/2',
    '31/02',
    '20 5',
    '20,5',
    '12-15',
    '1,000',
    'NaN',
    'Infinity',
    '1'.repeat(40),
    '',
    'demain',
    'ans',
    'san',
    'null',
    'true',
    '12 francs 13',
    '1 2 3',
  ])('%s is none', (text) => {
    expect(read(text)).toBe('none');
  });

  it('round trip in four scripts', () => {
    const scripts = [0x30, 0x0660, 0x07c0, 0xff10];
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.constantFrom(...scripts), (value, zero) => {
        const digits = Array.from(String(value), (digit) => String.fromCodePoint(zero + Number(digit))).join(
          '',
        );
        expect(read(digits)).toBe(value);
      }),
      { seed: 1 },
    );
  });

  it.each([
    ['dɔrɔmɛ 100', 500],
    ['100 dòròmè', 500],
    ['kɛmɛ doromɛ', 500],
    ['dourome keme', 500],
    ['wari dɔrɔmɛ kɛmɛ saba', 1500],
    ['dɔrɔmɛ waa kelen', 5000],
    ['kɛmɛ', 100],
    ['wari kɛmɛ', 100],
    ['kɛmɛ duuru sefa', 500],
    ['500 F CFA', 500],
  ])('money: %s is %d francs; dɔrɔmɛ counts in fives, and only when it is said', (text, value) => {
    expect(read(text, 'bm')).toBe(value);
  });

  it.each(['dɔrɔmɛ', 'francs', 'kɛmɛ dɔrɔmɛ duuru'])('money: %s is none', (text) => {
    expect(read(text, 'bm')).toBe('none');
  });
});

describe('L5: number words', () => {
  const misread = (spell: (value: number) => string, lang: string) =>
    sample()
      .map((value) => [spell(value), value, read(spell(value), lang)] as const)
      .filter(([, value, understood]) => value !== understood);

  it.each<FrenchStyle>(['france', 'hyphens', 'spaces', 'belgium', 'switzerland'])(
    'French, 0 to 100 000: %s',
    (style) => {
      expect(misread((value) => frenchWords(value, style), 'fr')).toEqual([]);
    },
  );

  it.each<BambaraStyle>(['official', 'plain', 'french_like', 'joined'])(
    'Bambara, 0 to 100 000: %s',
    (style) => {
      expect(misread((value) => bambaraWords(value, style), 'bm')).toEqual([]);
    },
  );

  it('each language also in a talk of the other', () => {
    expect(misread((value) => frenchWords(value), 'bm')).toEqual([]);
    expect(misread((value) => bambaraWords(value, 'plain'), 'fr')).toEqual([]);
  });

  it.each([
    ['Vingt-Cinq', 25],
    ['vingtcinq', 25],
    ['vingt et un', 21],
    ['quatre vingts', 80],
    ['septante', 70],
    ['nonante-neuf', 99],
    ['cinquente', 50],
    ['katre', 4],
    ['soisante', 60],
    ['mille neuf cent soixante', 1960],
    ['tannikelen', 11],
    ['bi duru', 50],
    ['wolonfila', 7],
    ['segin', 8],
    ['mougan ni fila', 22],
    ['waga fila', 2000],
    ['n ye san mugan ye', 20],
    ['vin ans', 20],
    ['vint cinq ans', 25],
    ['soisante dis', 70],
    ['katr vin dis', 90],
    ['swassante kinz', 75],
    ['diznef', 19],
    ['une vingtaine de personnes', 20],
    ['vingtaine', 20],
    ['deu mil sinq cent', 2500],
    ['2 cents', 200],
    ['10mille', 10_000],
    ['20k', 20_000],
    ['1500 frs cfa', 1500],
    ["moi j'ai 25 ans", 25],
    ['wolon wula', 7],
    ['tan ni fla', 12],
    ['muga', 20],
    ['ba fila', 2000],
    ['keme fla ni bi dourou', 250],
    ['ven sink', 25],
    ['vin si', 26],
    ['vint é un', 21],
    ['vintan', 20],
    ['quinzan', 15],
    ['deu san', 200],
    ['san mil', 100_000],
    ['vin san', 20],
    ['vin 5', 25],
    ['20ané', 20],
    ['moi c vin', 20],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ...['kɛlɛ', 'wa', 'ba', "b'a", 'kuncɛ', 'fa'],
    ...["c'est", 'sans', 'cette', 'chez', 'quelle', 'centre', 'santé', 'vinaigre', 'mission', 'k'],
  ])('a word that is near a number is none: %s', (text) => {
    expect([read(text, 'fr'), read(text, 'bm')]).toEqual(['none', 'none']);
  });

  it('after waa, tens and units multiply together; ani adds', () => {
    expect(read('waa tan ni duuru', 'bm')).toBe(15_000);
    expect(read('waa tan ani duuru', 'bm')).toBe(10_005);
  });

  it.each([
    'deux trois',
    'trente quatre vingt',
    'vingt dix',
    'cent cent',
    'mille mille',
    'bani',
    'tan tan',
    'bi',
    'ni',
    'et',
    'un homme',
    'kelen ni',
    'et un',
    'vingt et',
    'vingt e',
    'constructor deux',
    'vingt constructor',
    'deux valueof',
    'ven',
    'si',
    'sisan',
    'Milan',
  ])('%s is none', (text) => {
    expect(read(text)).toBe('none');
  });
});

/** All up to 1,200, then every 97th, and the round ones. */
function sample(): number[] {
  const values = Array.from({ length: 1201 }, (_, value) => value);
  for (let value = 1201; value <= 100_000; value += 97) values.push(value);
  return [...values, 10_000, 12_000, 15_000, 25_000, 50_000, 99_999, 100_000];
}
