import gettext from 'gettext-parser';
import readExcel from 'read-excel-file/node';
import writeExcel from 'write-excel-file/node';

/** What a reviewer does, by the key of the text. */
export type Filled = Readonly<
  Record<string, { text?: string; verdict?: 'yes' | 'no'; remark?: string; by?: string }>
>;

/** A workbook as a reviewer leaves it: every sheet is read and written anew, as their program does. */
export async function filledWorkbook(
  bytes: Buffer,
  filled: Filled,
  change: (sheet: string, rows: (string | null)[][]) => (string | null)[][] = (_sheet, rows) => rows,
): Promise<Buffer> {
  const sheets = await readExcel(bytes, { trim: false, parseNumber: (text) => text });
  const written = sheets.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    if (sheet === 'Textes') fill(rows, filled);
    return {
      sheet,
      data: change(sheet, rows).map((row) =>
        row.map((value) => (value === null ? null : { value, type: String })),
      ),
    };
  });
  return writeExcel(written).toBuffer();
}

function fill([heads = [], ...rows]: (string | null)[][], filled: Filled): void {
  const column = (begins: string): number => heads.findIndex((head) => head?.startsWith(begins));
  for (const row of rows) {
    const given = filled[row[column('Clé')] ?? ''];
    if (given === undefined) continue;
    row[column('Texte corrigé')] = given.text ?? null;
    row[column('Approuvé')] = given.verdict === undefined ? null : given.verdict === 'yes' ? 'Oui' : 'non';
    row[column('Remarque')] = given.remark ?? null;
    row[column('Relu par')] = given.by ?? null;
  }
}

/** A PO file as a reviewer leaves it, of whom the header names one. */
export async function filledPo(bytes: Buffer, filled: Filled): Promise<Buffer> {
  const catalogue = gettext.po.parse(bytes.toString());
  for (const [id, given] of Object.entries(filled)) {
    const entry = Object.values(catalogue.translations[id] ?? {})[0];
    if (entry === undefined) throw new Error(`${id} is not in the file`);
    if (given.text !== undefined) entry.msgstr = [given.text];
    if (given.verdict === 'yes') delete entry.comments?.flag;
    if (given.remark !== undefined) entry.comments = { ...entry.comments, translator: given.remark };
    if (given.by !== undefined) catalogue.headers['Last-Translator'] = `${given.by} <nobody@example.org>`;
  }
  return gettext.po.compile(catalogue);
}
