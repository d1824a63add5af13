import type { Font } from './font.ts';

export interface Fitted {
  size: number;
  lines: string[];
}

/** The largest of the sizes in which words fit into a box; in the smallest one what is left over ends in an ellipsis. */
export function fitted(
  font: Font,
  words: string,
  { width, height, sizes }: { width: number; height: number; sizes: readonly number[] },
): Fitted {
  const most = (size: number): number => Math.max(1, Math.floor(height / (size * LEADING)));
  for (const size of sizes) {
    const lines = linesOf(font, words, width, size);
    if (lines.length <= most(size)) return { size, lines };
  }
  const size = sizes.at(-1) ?? 0;
  const lines = linesOf(font, words, width, size).slice(0, most(size));
  const last = lines.pop() ?? '';
  return { size, lines: [...lines, shortened(font, `${last}…`, width, size)] };
}

/** From one line's foot to the next, in sizes. */
export const LEADING = 1.2;

/** On one line, the end cut off where there is no room for it. */
export function shortened(font: Font, words: string, width: number, size: number): string {
  if (font.width(words, size) <= width) return words;
  const letters = Array.from(words.replace(/…$/u, ''));
  while (letters.length > 0 && font.width(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function linesOf(font: Font, words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ').flatMap((each) => pieces(font, each, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.width(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that is wider than the box, cut where it must be. */
function pieces(font: Font, word: string, width: number, size: number): string[] {
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && font.width(piece + letter, size) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? found : [...found, piece];
}
