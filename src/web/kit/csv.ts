/**
 * A table as CSV (RFC 4180) with a byte order mark, without which spreadsheets misread ɛ and ɔ.
 * Cells that a spreadsheet would run as a formula get an apostrophe, full-width forms included (row T13; OWASP "CSV
 * injection").
 */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\u{FEFF}${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** What spreadsheets begin a formula with, after anything they skip. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@|%＝＋－＠]/u;

function cell(text: string): string {
  const safe = FORMULA.test(text) || /^[\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
