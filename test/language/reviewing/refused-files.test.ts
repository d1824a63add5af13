import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import writeExcel from 'write-excel-file/node';
import { decide, readCorrections, writePo, writeWorkbook } from '../../../src/language/reviewing/index.ts';
import { filledWorkbook } from './filling.ts';
import { folder } from './folder.ts';

const rows = folder().rows();
const NOTES = { lang: 'bm', day: '2026-11-22', choices: [] };
const WORKBOOK = await writeWorkbook(rows, NOTES);
const PO = writePo(rows, NOTES).toString();
const FILLED = { 'bot/oui': { text: 'Ɔwɔ', verdict: 'yes', by: 'Awa' } } as const;

type Rows = (string | null)[][];
/** The workbook, filled, with the rows of its sheet of texts changed. */
const changed = (change: (rows: Rows) => Rows): Promise<Buffer> =>
  filledWorkbook(WORKBOOK, FILLED, (sheet, all) => (sheet === 'Textes' ? change(all) : all));
const codesIn = async (bytes: Buffer | string, name = 'x') => {
  const { problems } = await readCorrections(Buffer.from(bytes), name);
  return problems.map(({ code }) => code);
};
const takenFrom = async (bytes: Buffer): Promise<[string, string][]> => {
  const { corrections } = await readCorrections(bytes, 'x.xlsx');
  return decide(corrections, { rows, choices: [] }).changes.map(({ id, text }) => [id, text]);
};

describe('L2: what reviewers do to a sheet', () => {
  it('columns reordered, added and taken away: found by their heads', async () => {
    const reversed = await changed((all) => all.map((row) => [...row].reverse().concat('mine')));
    expect(await takenFrom(reversed)).toEqual([['bot/oui', 'Ɔwɔ']]);
    const only = ['Clé', 'Texte corrigé', 'Approuvé (oui ou non)', 'Relu par', 'Empreinte (ne pas changer)'];
    const few = await changed((all) => {
      const kept = only.map((head) => all[0]!.indexOf(head));
      return all.map((row) => kept.map((column) => row[column] ?? null));
    });
    expect(await takenFrom(few)).toEqual([['bot/oui', 'Ɔwɔ']]);
  });

  it('lines sorted otherwise, deleted, or empty: each is found by its key', async () => {
    const sorted = await changed(([heads, ...lines]) => [heads!, [null], ...lines.reverse().slice(2)]);
    expect(await takenFrom(sorted)).toEqual([['bot/oui', 'Ɔwɔ']]);
  });

  it.each([
    ['no_column', (all: Rows) => all.map((row) => row.filter((_cell, index) => index !== 4))],
    ['column_twice', (all: Rows) => all.map((row) => [...row, row[4] ?? null])],
    ['key_missing', (all: Rows) => all.map((row, nth) => (nth === 1 ? [null, ...row.slice(1)] : row))],
    [
      'fingerprint_missing',
      (all: Rows) => all.map((row, nth) => (nth === 1 ? [...row.slice(0, -1), 'abc'] : row)),
    ],
    [
      'verdict_unclear',
      (all: Rows) => all.map((row) => row.map((cell) => (cell === 'Oui' ? 'peut-être' : cell))),
    ],
  ] as const)('%s is told with its line', async (code, change) => {
    const { problems } = await readCorrections(await changed(change), 'relecture.xlsx');
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.at).toMatch(/^relecture\.xlsx, Textes(?:, 2)?$/u);
  });

  it('the name on the first sheet stands for every line without one', async () => {
    const bytes = await filledWorkbook(WORKBOOK, { 'bot/oui': { verdict: 'yes' } }, (sheet, all) =>
      sheet === 'Lisez-moi'
        ? all.map((row) => (row[0] === 'Votre nom :' ? [row[0], 'Awa Traoré'] : row))
        : all,
    );
    const { corrections } = await readCorrections(bytes, 'x.xlsx');
    expect(decide(corrections, { rows, choices: [] }).changes).toEqual([
      expect.objectContaining({ id: 'bot/oui', state: 'reviewed', by: 'Awa Traoré' }),
    ]);
  });

  it('merged cells, formulas and dates are refused where they stand', async () => {
    const heads = ['Clé', 'Texte corrigé', 'Remarque', 'Approuvé (oui ou non)', 'Empreinte (ne pas changer)'];
    const sheet = (cell: object) =>
      writeExcel([{ sheet: 'Textes', data: [heads, ['bot/oui', cell, null, 'oui', 'x']] }]).toBuffer();
    expect(await codesIn(await sheet({ type: 'Formula', value: '=1+1' }))).toEqual(['formula']);
    expect(await codesIn(await sheet({ type: Date, value: new Date(0), format: 'dd/mm/yyyy' }))).toEqual([
      'not_text',
    ]);
    expect(await codesIn(await sheet({ value: 'Awɔ', columnSpan: 2 }))).toEqual(['cells_merged']);
  });
});

describe('L2: what is no file of ours is refused with a reason, at once', () => {
  const member = (name: string, text: string | Buffer, unpacked?: number) => ({
    name,
    text: Buffer.from(text),
    unpacked,
  });
  const sheet = (xml: string) =>
    zip([
      member('xl/workbook.xml', '<workbook><sheets/></workbook>'),
      member('xl/worksheets/sheet1.xml', xml),
    ]);

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['half a workbook', WORKBOOK.subarray(0, 2000)],
    ['an archive of something else', zip([member('a.txt', 'a')])],
    ['entities that grow', sheet('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>')],
    ['a bomb', sheet('0'.repeat(30 * 1024 * 1024))],
    ['a bomb that says it is small', zip([member('xl/workbook.xml', '0'.repeat(30 * 1024 * 1024), 10)])],
    ['an archive in itself', zip([member('xl/workbook.xml', WORKBOOK)])],
    ['a list', 'a,b\n1,2\n"'],
    ['half a PO file', PO.slice(0, PO.indexOf('Awɔ'))],
    ['a text twice', `${PO}\nmsgctxt "bot/oui"\nmsgid "Oui"\nmsgstr "Ɔwɔ"\n`],
  ])('%s', async (_what, bytes) => {
    expect((await codesIn(bytes)).filter((code) => code !== 'file_unreadable')).toEqual([]);
    expect(await codesIn(bytes)).toHaveLength(1);
  });

  it('too large, too many rows', async () => {
    expect(await codesIn(Buffer.alloc(5 * 1024 * 1024, 'a'))).toEqual(['file_too_large']);
    expect(await codesIn(sheet('<row r="1"/>'.repeat(6000)))).toEqual(['file_too_large']);
  });

  it('a workbook without the sheet', async () => {
    expect(await codesIn(await writeExcel([{ sheet: 'Feuil1', data: [['a']] }]).toBuffer())).toEqual([
      'no_sheet',
    ]);
  });

  it('another encoding than UTF-8, said or not', async () => {
    expect(await codesIn(Buffer.from(PO.replace('charset=utf-8', 'charset=iso-8859-1'), 'latin1'))).toEqual([
      'not_utf8',
    ]);
    expect(await codesIn(PO.replace('charset=utf-8', 'charset=windows-1252'))).toEqual(['not_utf8']);
  });

  it('a PO file whose lines of ours are gone: each filled one is named by its line', async () => {
    const { corrections, problems } = await readCorrections(
      Buffer.from(PO.replace(/^#\. benkan.*\n/gmu, '')),
      'x.po',
    );
    expect(corrections).toEqual([]);
    expect(problems[0]).toMatchObject({ code: 'fingerprint_missing', id: 'bot/oui' });
    expect(problems[0]?.at).toMatch(/^x\.po:\d+$/u);
  });
});

/** An archive as any program writes it. @param unpacked what a member says it has unpacked */
function zip(members: readonly { name: string; text: Buffer; unpacked: number | undefined }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, unpacked = text.length } of members) {
    const packed = deflateRawSync(text);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(unpacked, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), head, rest, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, entries, Buffer.from('PK\u0005\u0006'), end]);
}
