/** Easter Sunday of a Gregorian year as `YYYY-MM-DD`, by the anonymous algorithm (Meeus, Jones, Butcher). */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const from = h + l - 7 * m + 114;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(Math.floor(from / 31))}-${two((from % 31) + 1)}`;
}
