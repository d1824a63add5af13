import { crc32 } from 'node:zlib';
import { notAPicture, type PictureReading } from './reading.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;
/** What it takes to draw a picture (PNG, third edition); dates, texts, EXIF and profiles are not among it. */
const DRAWN = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'sRGB',
  'cHRM',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** A PNG without what was written beside it. What follows its end goes too. */
export function readPng(bytes: Buffer): PictureReading {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw notAPicture();
  const kept: Buffer[] = [SIGNATURE];
  let size: { width: number; height: number } | undefined;
  let pixels = false;
  for (let at = SIGNATURE.length; ; ) {
    if (at + FRAME_BYTES > bytes.length) throw notAPicture();
    const end = at + FRAME_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) throw notAPicture();
    const chunk = bytes.subarray(at, end);
    const type = chunk.toString('latin1', 4, 8);
    if (crc32(chunk.subarray(4, -4)) !== chunk.readUInt32BE(chunk.length - 4)) throw notAPicture();
    // The header is the first chunk, and the first only.
    if ((type === 'IHDR') !== (size === undefined)) throw notAPicture();
    if (type === 'IHDR') {
      if (chunk.length !== 25) throw notAPicture();
      size = { width: chunk.readUInt32BE(8), height: chunk.readUInt32BE(12) };
    }
    pixels ||= type === 'IDAT';
    if (DRAWN.has(type)) kept.push(chunk);
    // A capital begins what nobody may leave out who draws it: it is no picture we know.
    else if (/^[A-Z]/.test(type)) throw notAPicture();
    at = end;
    if (type !== 'IEND') continue;
    if (size === undefined || !pixels) throw notAPicture();
    return { bytes: Buffer.concat(kept), ...size };
  }
}
