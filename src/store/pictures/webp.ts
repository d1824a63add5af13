import { notAPicture, type PictureReading } from './reading.ts';

const HEADER_BYTES = 12;
/** Bits of the extended header that say EXIF, XMP or a profile will follow. */
const SAYS_MORE = 0x08 | 0x04 | 0x20;
const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);

/** A still WebP (RFC 9649) without EXIF, XMP and profiles. What follows its end goes too. */
export function readWebp(bytes: Buffer): PictureReading {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 8, 12) !== 'WEBP') throw notAPicture();
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw notAPicture();
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | undefined;
  let pixels = false;
  for (let at = HEADER_BYTES; at < end; ) {
    if (at + 8 > end) throw notAPicture();
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) throw notAPicture();
    const body = bytes.subarray(at + 8, at + 8 + length);
    size ??= sizeIn(type, body);
    pixels ||= type === 'VP8 ' || type === 'VP8L';
    if (DRAWN.has(type)) kept.push(plain(type, bytes.subarray(at, Math.min(next, end))));
    at = next;
  }
  if (size === undefined || !pixels) throw notAPicture();
  const all = Buffer.concat(kept);
  const header = Buffer.from('RIFF....WEBP', 'latin1');
  header.writeUInt32LE(4 + all.length, 4);
  return { bytes: Buffer.concat([header, all]), ...size };
}

/** The extended header no longer promises what is gone. */
function plain(type: string, chunk: Buffer): Buffer {
  if (type !== 'VP8X') return chunk;
  const copy = Buffer.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~SAYS_MORE;
  return copy;
}

function sizeIn(type: string, body: Buffer): { width: number; height: number } | undefined {
  if (type === 'VP8X' && body.length >= 10)
    return { width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) };
  if (type === 'VP8 ' && body.length >= 10)
    return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff };
  if (type !== 'VP8L' || body.length < 5) return undefined;
  const bits = body.readUInt32LE(1);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}
