import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const at = (file: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`);

/** Where the letters of cards come from: one family, which has ɛ ɔ ɲ ŋ and N'Ko. */
export const FONT_FILES = [at('DejaVuSans.ttf'), at('DejaVuSans-Bold.ttf')];

/** How wide words stand in a font. */
export interface Font {
  /** In points, at a size in points. */
  width(words: string, size: number): number;
  /** Whether it has a glyph for a letter. */
  has(letter: string): boolean;
}

/** Reads the two tables of a TrueType file that say how far each letter moves the pen (OpenType: `cmap` 12, `hmtx`). */
export function readFont(file: string): Font {
  const bytes = readFileSync(file);
  const tables = tablesOf(bytes);
  const unitsPerEm = bytes.readUInt16BE(tables('head') + 18);
  const wide = bytes.readUInt16BE(tables('hhea') + 34);
  const hmtx = tables('hmtx');
  const glyphOf = glyphsOf(bytes, tables('cmap'));
  // The last of the wide ones stands for all after it.
  const advance = (glyph: number): number => bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, wide - 1));
  return {
    width: (words, size) =>
      Array.from(words).reduce((sum, letter) => sum + advance(glyphOf(letter)), 0) * (size / unitsPerEm),
    has: (letter) => glyphOf(letter) !== 0,
  };
}

function tablesOf(bytes: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let nth = 0; nth < bytes.readUInt16BE(4); nth += 1) {
    const record = 12 + 16 * nth;
    offsets.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8));
  }
  return (tag) => {
    const found = offsets.get(tag);
    if (found === undefined) throw new Error(`font: the table ${tag} is missing`);
    return found;
  };
}

/** Which glyph a letter is drawn by; 0 where the font has none. */
function glyphsOf(bytes: Buffer, cmap: number): (letter: string) => number {
  const records = Array.from({ length: bytes.readUInt16BE(cmap + 2) }, (_, nth) => cmap + 4 + 8 * nth);
  const table = records
    .map((record) => cmap + bytes.readUInt32BE(record + 4))
    .find((offset) => bytes.readUInt16BE(offset) === 12);
  if (table === undefined) throw new Error('font: no map of all of Unicode');
  const groups = Array.from({ length: bytes.readUInt32BE(table + 12) }, (_, nth) => table + 16 + 12 * nth);
  return (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const group = groups.find((one) => code <= bytes.readUInt32BE(one + 4));
    if (group === undefined || code < bytes.readUInt32BE(group)) return 0;
    return bytes.readUInt32BE(group + 8) + code - bytes.readUInt32BE(group);
  };
}
