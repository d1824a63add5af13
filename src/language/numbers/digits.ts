/**
 * Digits as people type them: `12`, `+12`, `-1`, `12 000`, `12.000`, `12,0`. Takes tidied text (ASCII digits).
 * `1e3`, `1/2`, `0x10` are nobody's number, `1,5` is no whole one, and `1,000` may be one or a thousand: not understood.
 */
export function readDigits(tidied: string): number | undefined {
  const plain = PLAIN.exec(tidied);
  if (plain !== null) return signed(plain[1], plain[2] ?? '');
  const grouped = GROUPED.exec(tidied);
  if (grouped !== null) return signed(grouped[1], (grouped[2] ?? '').replace(/\D/gu, ''));
  return undefined;
}

// Fifteen digits stay exact in a double.
const PLAIN = /^([-−+]?)(\d{1,15})(?:[.,]0{1,2})?$/u;
const GROUPED = /^([-−+]?)(\d{1,3}(?:(?: \d{3}){1,4}|(?:\.\d{3}){1,4}|(?:'\d{3}){1,4}))$/u;

function signed(sign: string | undefined, digits: string): number {
  const value = Number(digits);
  return sign === '-' || sign === '−' ? 0 - value : value;
}
