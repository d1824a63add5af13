import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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

  it('dɔrɔmɛ counts in fives, only when said', () => {
    expect(read('dɔrɔmɛ 100')).toBe(500);
    expect(read('kɛmɛ doromɛ', 'bm')).toBe(500);
    expect(read('dɔrɔmɛ waa kelen', 'bm')).toBe(5000);
    expect(read('kɛmɛ', 'bm')).toBe(100);
  });
});

describe('L5: number words', () => {
  const misread = (spell: (value: number) => string, lang: string) =>
    sample()
      .map((value) => [spell(value), value, read(spell(value), lang)] as const)
      .filter(([, value, understood]) => value !== understood);

  it('French, 0 to 100 000, with and without hyphens', () => {
    expect(misread(french, 'fr')).toEqual([]);
    expect(misread((value) => french(value).replaceAll('-', ' '), 'bm')).toEqual([]);
  });

  it('Bambara, 0 to 100 000, official and plain keyboard', () => {
    const plain = (value: number) =>
      bambara(value).replaceAll('ɛ', 'e').replaceAll('ɔ', 'o').replace(/u+/gu, 'ou');
    expect(misread(bambara, 'bm')).toEqual([]);
    expect(misread(plain, 'fr')).toEqual([]);
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
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
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
  ])('%s is none', (text) => {
    expect(read(text)).toBe('none');
  });
});

/** All up to 2,000, then every 37th, and the round ones. */
function sample(): number[] {
  const values = Array.from({ length: 2001 }, (_, value) => value);
  for (let value = 2001; value <= 100_000; value += 37) values.push(value);
  return [...values, 10_000, 12_000, 15_000, 25_000, 50_000, 99_999, 100_000];
}

const UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = 'x x vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');

function french(value: number): string {
  if (value < 20) return UNITS[value]!;
  if (value < 100) return frenchTens(Math.floor(value / 10), value % 10);
  if (value < 1000) return product(value, 100, 'cent');
  return product(value, 1000, 'mille');
}

function frenchTens(tens: number, units: number): string {
  const rest = tens === 7 || tens === 9 ? units + 10 : units;
  if (rest === 0) return tens === 8 ? 'quatre-vingts' : TENS[tens]!;
  return `${TENS[tens]!}${rest % 10 === 1 && tens < 8 ? ' et ' : '-'}${UNITS[rest]!}`;
}

function product(value: number, unit: number, word: string): string {
  const count = Math.floor(value / unit);
  return [count > 1 ? french(count) : '', word, value % unit === 0 ? '' : french(value % unit)]
    .filter(Boolean)
    .join(' ');
}

const ONES = 'fu kelen fila saba naani duuru wɔɔrɔ wolonwula seegin kɔnɔntɔn'.split(' ');

function bambara(value: number): string {
  if (value === 0) return 'fu';
  const thousands = Math.floor(value / 1000);
  const hundreds = Math.floor((value % 1000) / 100);
  const rest = value % 100;
  const parts = [
    thousands > 0 ? `waa ${bambara(thousands)}` : '',
    hundreds > 0 ? (hundreds === 1 ? 'kɛmɛ' : `kɛmɛ ${ONES[hundreds]!}`) : '',
    belowHundred(rest),
  ].filter(Boolean);
  // Where the last part could be counted among the thousands, a speaker sets it apart.
  const apart = thousands >= 10 && hundreds === 0 && rest > 0;
  return parts.join(apart ? ' ani ' : ' ni ');
}

function belowHundred(value: number): string {
  if (value === 0) return '';
  if (value < 10) return ONES[value]!;
  const tens = value < 20 ? 'tan' : value < 30 ? 'mugan' : `bi ${ONES[Math.floor(value / 10)]!}`;
  return value % 10 === 0 ? tens : `${tens} ni ${ONES[value % 10]!}`;
}
