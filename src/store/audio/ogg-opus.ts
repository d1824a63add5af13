import { BEGINS, CONTINUED, type Page, packetsIn, readPages } from './ogg-pages.ts';
import { OPUS_RATE, type OpusHead, readOpusHead } from './opus-packet.ts';
import { type AudioReading, notWhatItSays, tellsWhere } from './reading.ts';
import { writeOggOpus } from './write-ogg-opus.ts';

/**
 * One Opus stream in Ogg pages (RFC 3533, 7845) from the first byte to the last: a file that is also something else
 * has bytes that belong to no page. Comments that name a place, or hold a picture, are refused.
 */
export function readOggOpus(bytes: Buffer): AudioReading {
  const { head, pages, last } = readStream(bytes);
  checkComments(secondPacket(pages.slice(1)));
  const samples = last - head.skipped;
  if (samples <= 0) throw notWhatItSays();
  return { bytes, seconds: samples / OPUS_RATE };
}

/** The same sound in a file of our own: whatever its comments said, nobody is to know. */
export function cleanOggOpus(bytes: Buffer): AudioReading {
  const { head, pages, last } = readStream(bytes);
  const [, , ...sound] = packetsIn(pages);
  return writeOggOpus(head, sound, last);
}

function readStream(bytes: Buffer): { head: OpusHead; pages: Page[]; last: number } {
  const pages = readPages(bytes);
  const [first, ...rest] = pages;
  if (first === undefined || (first.flags & BEGINS) === 0) throw notWhatItSays();
  // Chained and multiplexed streams are legal Ogg; no recorder writes them, and players disagree about their length.
  if (rest.some(({ serial, flags }) => serial !== first.serial || (flags & BEGINS) !== 0))
    throw notWhatItSays();
  if (pages.some(({ sequence }, at) => sequence !== at)) throw notWhatItSays();
  const head = readOpusHead(first.body);
  if (head === undefined) throw notWhatItSays();
  return { head, pages, last: Number(pages.findLast(({ granule }) => granule >= 0n)?.granule ?? 0n) };
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
