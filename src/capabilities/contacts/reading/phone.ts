/** Mali's country code; its numbers have eight digits, none begins with 0 or 1. */
const MALI = '223';
const OF_MALI = /^\+223[2-9]\d{7}$/u;
const ANY = /^\+[1-9]\d{7,14}$/u;

/**
 * A number as people of Mali write it, as `+` and digits: eight digits, with 223, +223 or 00223 before them, or any other
 * country's with + or 00. `undefined` for what is none: also what a spreadsheet has made of one (`2,23E+10`).
 */
export function phoneOf(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s.()/\-\p{Cf}\p{Pd}]|^'/gu, '');
  if (!/^\+?\d+$/u.test(plain)) return undefined;
  const number = international(plain);
  return (number.startsWith(`+${MALI}`) ? OF_MALI : ANY).test(number) ? number : undefined;
}

function international(plain: string): string {
  if (plain.startsWith('+')) return plain;
  if (plain.startsWith('00')) return `+${plain.slice(2)}`;
  if (plain.length === 8) return `+${MALI}${plain}`;
  return plain.length === 11 && plain.startsWith(MALI) ? `+${plain}` : '';
}
