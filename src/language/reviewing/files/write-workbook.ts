import writeExcel, { type CellObject, type Row, type SheetData } from 'write-excel-file/node';
import { printOf } from '../print.ts';
import type { ReviewRow } from '../review-row.ts';
import { SHEET_FR } from '../sheet-words.fr.ts';
import { COLUMNS, type ColumnName } from './columns.ts';
import type { FileNotes } from './file-notes.ts';

/** Text, whatever it looks like: spreadsheets compute nothing of it, and make no date of "12/05". */
const TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;
const HEAD = { ...TEXT, fontWeight: 'bold', backgroundColor: '#e8e6df' } as const;
/** What the reviewer fills is yellow, also where colours are poor. */
const THEIRS = { backgroundColor: '#fff7d6', borderColor: '#c9b458', borderStyle: 'thin' } as const;

/** The texts as a workbook: how to fill it, one line a text, the terms that were chosen. */
export async function writeWorkbook(rows: readonly ReviewRow[], notes: FileNotes): Promise<Buffer> {
  const { sheets } = SHEET_FR;
  return writeExcel(
    [
      { sheet: sheets.guide, data: guideSheet(notes), columns: [{ width: 24 }, { width: 90 }] },
      {
        sheet: sheets.texts,
        data: [COLUMNS.map(({ name }) => head(SHEET_FR.columns[name])), ...rows.map(textRow)],
        columns: COLUMNS.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 1,
        orientation: 'landscape',
      },
      {
        sheet: sheets.terms,
        data: termSheet(notes),
        columns: [{ width: 24 }, { width: 24 }, { width: 32 }, { width: 70 }],
        stickyRowsCount: 1,
      },
    ],
    { fontFamily: 'DejaVu Sans', fontSize: 11 },
  ).toBuffer();
}

function guideSheet({ lang, day }: FileNotes): SheetData {
  const [title = '', ...lines] = SHEET_FR.guide(lang, day);
  return [
    [{ ...TEXT, wrap: false, value: title, fontWeight: 'bold', fontSize: 14 }],
    ...lines.map((value): Row => [null, text(value)]),
    [head(SHEET_FR.yourName), { ...TEXT, ...THEIRS }],
  ];
}

const textRow = (row: ReviewRow): Row =>
  COLUMNS.map(({ name, theirs }) => ({ ...text(valueOf(row, name)), ...(theirs && THEIRS) }));

function valueOf(row: ReviewRow, name: ColumnName): string {
  switch (name) {
    case 'corrected':
    case 'approved':
    case 'remark':
    case 'by':
      return '';
    case 'max':
      return row.max === undefined ? '' : SHEET_FR.characters(row.max);
    case 'placeholders':
      return row.placeholders.join(' ');
    case 'doubts':
    case 'terms':
      return row[name].join('\n');
    case 'state':
      return stateWords(row);
    case 'print':
      return printOf(row);
    case 'id':
    case 'where':
    case 'french':
    case 'text':
      return row[name];
  }
}

const stateWords = ({ state, reviewed }: ReviewRow): string =>
  reviewed === undefined ? SHEET_FR.states[state] : SHEET_FR.reviewedBy(reviewed.by, reviewed.on);

const termSheet = ({ choices }: FileNotes): SheetData => [
  Object.values(SHEET_FR.termColumns).map(head),
  ...choices.map(
    ({ concept, choose, instead_of, reason }): Row =>
      [concept, choose, instead_of.join(', '), reason].map(text),
  ),
];

/** An empty cell has no value, or a space would be typed into it. */
const text = (value: string): CellObject => (value === '' ? { ...TEXT } : { ...TEXT, value });
const head = (value: string): CellObject => ({ ...HEAD, value });
