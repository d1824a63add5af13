import { phoneOf } from './phone.ts';
import type { Column, Contact, Line, RowFault, RowReason } from './contact.ts';

const LONGEST_SOURCE = 200;
const LONGEST_WORDING = 1000;
const MOST_LABELS = 8;
const LABEL = /^[a-z0-9][a-z0-9-]{0,39}$/u;
/** Before it nobody kept proofs of such things. */
const FIRST_DAY = '2010-01-01';

export interface RowDeps {
  columns: ReadonlyMap<Column, number>;
  /** `YYYY-MM-DD` */
  today: string;
  /** The slug of a place as people write it. */
  placeOf: (words: string) => string | undefined;
}

/** What one row says, or the first reason why it is refused. */
export function readRow(line: Line, deps: RowDeps): Contact | RowFault {
  const { columns, today, placeOf } = deps;
  const cell = (column: Column): string => (line.cells[columns.get(column) ?? -1] ?? '').trim();
  const fault = (column: RowFault['column'], reason: RowReason): RowFault => ({
    row: line.row,
    column,
    reason,
  });
  const phone = phoneOf(cell('phone'));
  if (cell('phone') === '') return fault('phone', 'no_phone');
  if (phone === undefined) return fault('phone', 'bad_phone');
  const lang = cell('lang') === '' ? undefined : langOf(cell('lang'));
  if (lang === undefined && cell('lang') !== '') return fault('lang', 'bad_lang');
  const place = cell('place') === '' ? undefined : placeOf(cell('place'));
  if (place === undefined && cell('place') !== '') return fault('place', 'bad_place');
  const labels = labelsOf(cell('labels'));
  if (labels === undefined) return fault('labels', 'bad_labels');
  if (cell('date') === '') return fault('date', 'no_date');
  const day = dayOf(cell('date'));
  if (day === undefined || day < FIRST_DAY) return fault('date', 'bad_date');
  if (day > today) return fault('date', 'future_date');
  const [source, wording] = [cell('source'), cell('wording')];
  if (source === '') return fault('source', 'no_source');
  if (wording === '') return fault('wording', 'no_wording');
  if (source.length > LONGEST_SOURCE) return fault('source', 'too_long');
  if (wording.length > LONGEST_WORDING) return fault('wording', 'too_long');
  return {
    ...{ phone, labels, proof: { day, source, wording } },
    ...(lang !== undefined && { lang }),
    ...(place !== undefined && { place }),
  };
}

const LANGS: Readonly<Record<string, string>> = Object.assign(Object.create(null) as object, {
  ...{ fr: 'fr', francais: 'fr', french: 'fr' },
  ...{ bm: 'bm', bambara: 'bm', bamanankan: 'bm' },
});

const langOf = (words: string): string | undefined => LANGS[folded(words)];

function labelsOf(words: string): string[] | undefined {
  const labels = words
    .split(/[,;|]/u)
    .map((each) => folded(each).replace(/[\s_]+/gu, '-'))
    .filter((each) => each !== '');
  return labels.length <= MOST_LABELS && labels.every((each) => LABEL.test(each))
    ? [...new Set(labels)]
    : undefined;
}

/** `2026-11-02` or, as it is written in Mali, `02/11/2026`. */
function dayOf(words: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words)?.slice(1);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(words)?.slice(1).reverse();
  const [year, month, day] = (iso ?? local ?? []).map((part) => part.padStart(2, '0'));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month}-${day}`;
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written) ? written : undefined;
}

const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .trim()
    .toLowerCase();
