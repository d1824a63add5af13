import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from './read-date.ts';

/** A Saturday. */
const TODAY = '2026-11-21';
const read = (text: string, frame: { today?: string; min?: string; max?: string } = {}): string => {
  const found = readDate(text, { today: TODAY, ...frame });
  return found.kind === 'one' ? found.value : found.kind;
};

describe('F1, L5: days in digits, the day first', () => {
  it.each([
    ['12/05/2026', '2026-05-12'],
    ['12-5-26', '2026-05-12'],
    ['12.05', '2026-05-12'],
    ['12.05.', '2026-05-12'],
    ['12 / 5 / 2026', '2026-05-12'],
    ['12 05 2026', '2026-05-12'],
    ['2026-05-12', '2026-05-12'],
    ['le 12/05/2026', '2026-05-12'],
    ['١٢/٠٥/٢٠٢٦', '2026-05-12'],
    ['߁߂/߀߅/߂߀߂߆', '2026-05-12'],
    ['29/02/2028', '2028-02-29'],
    ['12/05/68', '1968-05-12'],
    ['12/05/46', '2046-05-12'],
    ['12/05/47', '1947-05-12'],
  ])('%s is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });
});

describe('F1, L5: days in words of both languages', () => {
  it.each([
    ['12 mai 2026', '2026-05-12'],
    ['le 1er août', '2026-08-01'],
    ['1er aout 2027', '2027-08-01'],
    ['premier août', '2026-08-01'],
    ['douze mai', '2026-05-12'],
    ['le douze mai deux mille vingt-six', '2026-05-12'],
    ['samedi 21 novembre', '2026-11-21'],
    ['samedi, 21/11/2026', '2026-11-21'],
    ['3 fevrié 2027', '2027-02-03'],
    ['15 novembr', '2026-11-15'],
    ['mɛkalo tile 12', '2026-05-12'],
    ['ntɛnɛndon mɛkalo tile 31 san 2027', '2027-05-31'],
    ['zanwuyekalo tile 5 san 2027', '2027-01-05'],
    ['12 zuwen kalo', '2026-06-12'],
  ])('%s is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ["aujourd'hui", '2026-11-21'],
    ['Aujourd’hui !', '2026-11-21'],
    ['bi', '2026-11-21'],
    ['demain', '2026-11-22'],
    ['sini', '2026-11-22'],
    ['hier', '2026-11-20'],
    ['kunu', '2026-11-20'],
    ['kunun', '2026-11-20'],
    ['après-demain', '2026-11-23'],
    ['apres demain', '2026-11-23'],
    ['avant-hier', '2026-11-19'],
    ['pour demain', '2026-11-22'],
    ['lundi', '2026-11-23'],
    ['ntɛnɛn', '2026-11-23'],
    ['tarata', '2026-11-24'],
    ['samedi', '2026-11-28'],
    ['samedi prochain', '2026-11-28'],
    ['vendredi prochain', '2026-11-27'],
    ['juma nata', '2026-11-27'],
    ['samedi dernier', '2026-11-14'],
    ['sibiridon tɛmɛnen', '2026-11-14'],
  ])('on Saturday 21 November 2026, %s is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it('goes over the end of a month, a year and a February', () => {
    expect(read('demain', { today: '2026-12-31' })).toBe('2027-01-01');
    expect(read('hier', { today: '2028-03-01' })).toBe('2028-02-29');
    expect(read('après-demain', { today: '2027-02-27' })).toBe('2027-03-01');
  });
});

describe('F1: bounds', () => {
  it('takes of the years and weekdays that may be meant the first within them', () => {
    expect(read('12 janvier', { min: TODAY })).toBe('2027-01-12');
    expect(read('12 décembre', { max: TODAY })).toBe('2025-12-12');
    expect(read('vendredi', { max: TODAY })).toBe('2026-11-20');
    expect(read('bi', { min: TODAY, max: TODAY })).toBe(TODAY);
  });

  it('takes nothing outside them', () => {
    expect(read('hier', { min: TODAY })).toBe('none');
    expect(read('12/05/2026', { min: '2026-05-13' })).toBe('none');
    expect(read('12/05/2026', { max: '2026-05-11' })).toBe('none');
    expect(read('samedi prochain', { max: TODAY })).toBe('none');
  });
});

describe('F1: what is no day', () => {
  it.each([
    ...['31/02', '31/02/2026', '29/02/2027', '29 février 2027', '00/05/2026', '12/13/2026', '2026-02-30'],
    ...[
      'lundi 21 novembre 2026',
      '12',
      '12 05',
      '1/2/3/4',
      'mai',
      '12 mai mai',
      '12 mai 2026 à midi',
      '32 mai',
    ],
    ...[
      '12/05/0026',
      '12/05/9999',
      '',
      ' ',
      '👍',
      'null',
      'success',
      'dimension',
      'oui',
      'le',
      'sinikan',
      'demain hier',
    ],
  ])('%s', (text) => {
    expect(read(text)).toBe('none');
  });

  it('never throws, and never says a day that no calendar has', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}$/)),
        (text) => {
          const day = read(text);
          if (day !== 'none') expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        },
      ),
    );
  });
});
