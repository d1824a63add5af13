import { crc32Ogg } from './ogg-crc.ts';
import { type AudioReading, notWhatItSays, tellsWhere } from './reading.ts';

/** Opus counts time in 48,000ths of a second, whatever the recording's own rate (RFC 7845). */
const RATE = 48_000;
const HEADER_BYTES = 27;
const BEGINS = 2;
const CONTINUED = 1;

interface Page {
  flags: number;
  serial: number;
  sequence: number;
  /** Samples up to the end of this page; −1 where no packet ends on it. */
  granule: bigint;
  /** Lengths of the pieces of packets; a piece shorter than 255 ends its packet. */
  lacing: Buffer;
  body: Buffer;
}

/**
 * One Opus stream in Ogg pages (RFC 3533, 7845) from the first byte to the last: a file that is also something else
 * has bytes that belong to no page. Comments that name a place, or hold a picture, are refused.
 */
export function readOggOpus(bytes: Buffer): AudioReading {
  const pages = readPages(bytes);
  const [first, ...rest] = pages;
  if (first === undefined || (first.flags & BEGINS) === 0) throw notWhatItSays();
  // Chained and multiplexed streams are legal Ogg; no recorder writes them, and players disagree about their length.
  if (rest.some(({ serial, flags }) => serial !== first.serial || (flags & BEGINS) !== 0))
    throw notWhatItSays();
  if (pages.some(({ sequence }, at) => sequence !== at)) throw notWhatItSays();
  const skipped = readHead(first.body);
  checkComments(secondPacket(rest));
  const last = pages.findLast(({ granule }) => granule >= 0n)?.granule ?? 0n;
  const samples = Number(last) - skipped;
  if (samples <= 0) throw notWhatItSays();
  return { bytes, seconds: samples / RATE };
}

function readPages(bytes: Buffer): Page[] {
  const pages: Page[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes.length - at < HEADER_BYTES || bytes.toString('latin1', at, at + 5) !== 'OggS\0')
      throw notWhatItSays();
    const bodyAt = at + HEADER_BYTES + bytes.readUInt8(at + 26);
    const lacing = bytes.subarray(at + HEADER_BYTES, bodyAt);
    const end = bodyAt + lacing.reduce((sum, length) => sum + length, 0);
    if (end > bytes.length) throw notWhatItSays();
    if (crc32Ogg(bytes.subarray(at, end)) !== bytes.readUInt32LE(at + 22)) throw notWhatItSays();
    pages.push({
      flags: bytes.readUInt8(at + 5),
      granule: bytes.readBigInt64LE(at + 6),
      serial: bytes.readUInt32LE(at + 14),
      sequence: bytes.readUInt32LE(at + 18),
      lacing,
      body: bytes.subarray(bodyAt, end),
    });
    at = end;
  }
  return pages;
}

/** How many samples at the beginning are not to be heard. */
function readHead(packet: Buffer): number {
  if (packet.length < 19 || packet.toString('latin1', 0, 8) !== 'OpusHead') throw notWhatItSays();
  const [version, channels] = [packet.readUInt8(8), packet.readUInt8(9)];
  if (version > 15 || channels < 1 || channels > 2) throw notWhatItSays();
  return packet.readUInt16LE(10);
}

/** The comments may run over several pages; they end on one of their own. */
function secondPacket(pages: readonly Page[]): Buffer {
  const pieces: Buffer[] = [];
  for (const { lacing, body, flags } of pages) {
    if (pieces.length > 0 !== ((flags & CONTINUED) !== 0)) throw notWhatItSays();
    pieces.push(body);
    if (lacing.at(-1) !== 255) return Buffer.concat(pieces);
  }
  throw notWhatItSays();
}

function checkComments(packet: Buffer): void {
  if (packet.length < 16 || packet.toString('latin1', 0, 8) !== 'OpusTags') throw notWhatItSays();
  let at = 12 + packet.readUInt32LE(8);
  if (at + 4 > packet.length) throw notWhatItSays();
  const count = packet.readUInt32LE(at);
  at += 4;
  for (let comment = 0; comment < count; comment += 1) {
    if (at + 4 > packet.length) throw notWhatItSays();
    const end = at + 4 + packet.readUInt32LE(at);
    if (end > packet.length) throw notWhatItSays();
    if (TELLING.test(packet.toString('latin1', at + 4, end))) throw tellsWhere();
    at = end;
  }
}

const TELLING = /^[^=]*(LOCATION|GEO|GPS|LATITUDE|LONGITUDE|PICTURE|COVERART)[^=]*=/i;
