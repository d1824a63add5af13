const ELLIPSIS = '…';
/** A word is not longer than this; what has no gap near its end is cut in the middle. */
const LONGEST_WORD = 40;

/** Words shortened to so many UTF-16 units, at a gap and never within a letter; `''` where nothing of them has room. */
export function shortenedTo(words: string, most: number): string {
  if (words.length <= most) return words;
  const room = most - ELLIPSIS.length;
  if (room <= 0) return '';
  const cut = words.slice(0, room);
  // A word that ends just there is whole.
  const next = words.slice(0, room + 1);
  const gap = Math.max(next.lastIndexOf(' '), next.lastIndexOf('\n'));
  const kept =
    gap > room - LONGEST_WORD && gap > 0 ? cut.slice(0, gap) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.trimEnd()}${ELLIPSIS}`;
}
