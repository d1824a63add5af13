import { describe, expect, it } from '@jest/globals';
import { csv } from './csv.ts';

describe('T13: a table as CSV', () => {
  const cell = (text: string): string =>
    csv([[text]])
      .replace('\u{FEFF}', '')
      .trimEnd();

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '|calc',
    '%0A',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u200B=1',
    '\u00A0=1',
    '\u{FEFF}=1',
  ])('defuses the formula %j', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it.each(['\t=1', '\r=1', '\n=1', '\u0000=1'])('defuses %j behind a control character', (text) => {
    expect(cell(text)).toMatch(/^"?'/u);
  });

  it.each(['La sécurité', '< 5', '41 %', 'a=b', 'ɲɛ', '10–19', ''])('leaves %j as it is', (text) => {
    expect(cell(text)).toBe(text);
  });

  it('quotes commas, quotes and line ends (RFC 4180)', () => {
    expect(csv([['a,b', 'c"d', 'e\nf']])).toBe('\u{FEFF}"a,b","c""d","e\nf"\r\n');
  });
});
