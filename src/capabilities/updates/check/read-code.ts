import { tidy } from '../../../language/index.ts';

/** What was asked about: a number with its year, or without. */
export interface Code {
  year?: number;
  n: number;
}

/**
 * The number of an item where a person typed nothing but that: `ML-2026-0042`, `ml 2026 42`, `ML20260042`, and without
 * the year `ML 42`, `n° 42`, `42`. `undefined` for anything else.
 */
export function readCode(text: string): Code | undefined {
  const plain = tidy(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const [, full, n] = FULL.exec(plain) ?? [];
  if (full !== undefined && n !== undefined) return { year: Number(full), n: Number(n) };
  const [, alone] = WITHOUT_YEAR.exec(plain) ?? [];
  return alone === undefined ? undefined : { n: Number(alone) };
}

/** `ML-2026-0042`, as the log has it. */
export const numberOf = (year: number, n: number): string =>
  `ML-${String(year)}-${String(n).padStart(4, '0')}`;

const FULL = /^(?:n(?:o|umero)? ?)?(?:m ?l ?)?(20\d{2}) ?(\d{1,6})$/u;
const WITHOUT_YEAR = /^(?:n(?:o|umero)? ?)?(?:m ?l ?)?(\d{1,6})$/u;
