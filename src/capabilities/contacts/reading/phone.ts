import { understanding } from '../../../language/index.ts';

/** Digits and what groups them; the quote keeps a spreadsheet from reckoning with them. */
const ALONE = /^'?[+\d\s.()/\p{Pd}\p{Cf}]+$/u;

/**
 * A number that stands alone in its cell, as `+` and digits: read as in a talk. `undefined` for what is none: also what a
 * spreadsheet has made of one (`2,23E+10`).
 */
export function phoneOf(typed: string): string | undefined {
  const cell = typed.normalize('NFKC');
  if (!ALONE.test(cell)) return undefined;
  const read = understanding.phone(cell.replace("'", ''));
  return read.kind === 'one' ? read.value : undefined;
}
