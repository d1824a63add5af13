/** How a number is written out; the first of each is what a school teaches. */
export type FrenchStyle = 'france' | 'hyphens' | 'spaces' | 'belgium' | 'switzerland';
export type BambaraStyle = 'official' | 'plain' | 'french_like' | 'joined';

/** 0 to 999,999 in French words. `hyphens` is the spelling of 1990. */
export function frenchWords(value: number, style: FrenchStyle = 'france'): string {
  const words = french(value, style);
  if (style === 'hyphens') return words.replaceAll(' ', '-');
  return style === 'spaces' ? words.replaceAll('-', ' ') : words;
}

/** 0 to 999,999 in Bambara words; *ani* sets apart what would else be counted among the thousands. */
export function bambaraWords(value: number, style: BambaraStyle = 'official'): string {
  const words = bambara(value);
  switch (style) {
    case 'official':
      return words;
    case 'plain':
      return words.replaceAll('ɛ', 'e').replaceAll('ɔ', 'o');
    case 'french_like':
      return words.replaceAll('ɛ', 'è').replaceAll('ɔ', 'o').replace(/u+/gu, 'ou').replaceAll('aa', 'a');
    case 'joined':
      return words.replace(/(tan|mugan) ni (?=\S)/gu, '$1ni').replace(/bi (?=\S)/gu, 'bi');
  }
}

const UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = 'x x vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(' ');

function french(value: number, style: FrenchStyle): string {
  if (value < 20) return word(UNITS, value);
  if (value < 100) return frenchTens(Math.floor(value / 10), value % 10, style);
  if (value < 1000) return product(value, 100, 'cent', style);
  return product(value, 1000, 'mille', style);
}

function frenchTens(tens: number, units: number, style: FrenchStyle): string {
  const own = OWN_TENS[style]?.[tens];
  if (own !== undefined) return withUnits(own, units, true);
  const rest = tens === 7 || tens === 9 ? units + 10 : units;
  if (rest === 0) return tens === 8 ? 'quatre-vingts' : word(TENS, tens);
  return withUnits(word(TENS, tens), rest, tens < 8);
}

const OWN_TENS: Partial<Record<FrenchStyle, Readonly<Record<number, string>>>> = {
  belgium: { 7: 'septante', 9: 'nonante' },
  switzerland: { 7: 'septante', 8: 'huitante', 9: 'nonante' },
};

function withUnits(tens: string, units: number, joinsOne: boolean): string {
  if (units === 0) return tens;
  return `${tens}${units % 10 === 1 && joinsOne ? ' et ' : '-'}${word(UNITS, units)}`;
}

function product(value: number, unit: number, name: string, style: FrenchStyle): string {
  const count = Math.floor(value / unit);
  const rest = value % unit === 0 ? '' : french(value % unit, style);
  const many = count > 1 ? french(count, style).replace(/vingts$/u, 'vingt') : '';
  return [many, count > 1 && rest === '' && unit === 100 ? `${name}s` : name, rest].filter(Boolean).join(' ');
}

const ONES = 'fu kelen fila saba naani duuru wɔɔrɔ wolonwula seegin kɔnɔntɔn'.split(' ');

function bambara(value: number): string {
  if (value === 0) return 'fu';
  const thousands = Math.floor(value / 1000);
  const hundreds = Math.floor((value % 1000) / 100);
  const rest = value % 100;
  const parts = [
    thousands > 0 ? `waa ${bambara(thousands)}` : '',
    hundreds > 0 ? (hundreds === 1 ? 'kɛmɛ' : `kɛmɛ ${word(ONES, hundreds)}`) : '',
    belowHundred(rest),
  ].filter(Boolean);
  // Where the last part could be counted among the thousands, a speaker sets it apart.
  const apart = thousands >= 10 && hundreds === 0 && rest > 0;
  return parts.join(apart ? ' ani ' : ' ni ');
}

function belowHundred(value: number): string {
  if (value === 0) return '';
  if (value < 10) return word(ONES, value);
  const tens = value < 20 ? 'tan' : value < 30 ? 'mugan' : `bi ${word(ONES, Math.floor(value / 10))}`;
  return value % 10 === 0 ? tens : `${tens} ni ${word(ONES, value % 10)}`;
}

const word = (words: readonly string[], index: number): string => words[index] ?? '';
