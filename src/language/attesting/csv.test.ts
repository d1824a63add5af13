import { describe, expect, it } from '@jest/globals';
import { readTable, writeTable } from './csv.ts';

const read = (csv: string) =>
  readTable(csv, 'x.csv', ['a', 'b']).map(({ row, cell }) => [row, cell('a'), cell('b')]);

describe('tables', () => {
  it.each([
    ['a,b\n1,2\n', [[2, '1', '2']]],
    ['a,b\r\n1,2', [[2, '1', '2']]],
    ['\u{FEFF}b,a\n1,2\n', [[2, '2', '1']]],
    [
      'a,b\n"x, ""y""\nz",\n,w\n',
      [
        [2, 'x, "y"\nz', ''],
        [3, '', 'w'],
      ],
    ],
    ['a,b\n1\n', [[2, '1', '']]],
    ['a,b\n', []],
  ])('reads %j', (csv, rows) => {
    expect(read(csv)).toEqual(rows);
  });

  it('reads back what it wrote', () => {
    const rows = [
      ['plain', 'a, "b"'],
      ['ɲɔgɔnye', 'two\nlines'],
    ];
    expect(read(writeTable([['a', 'b'], ...rows]))).toEqual(
      rows.map((cells, index) => [index + 2, ...cells]),
    );
  });

  it.each(['a,b\n"1,2\n3,4\n', 'a,b\n1,x"y"\n', 'a,b\n"1"2,3\n', '"'])(
    'refuses a quote that is not closed or stands where none may: %j',
    (csv) => {
      expect(() => read(csv)).toThrow(/x\.csv, row \d+: a quote/);
    },
  );

  it('refuses a table without a column it needs', () => {
    expect(() => read('a\n1\n')).toThrow('x.csv: has no column b');
  });
});
