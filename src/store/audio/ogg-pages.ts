import { crc32Ogg } from './ogg-crc.ts';
import { notWhatItSays } from './reading.ts';

const HEADER_BYTES = 27;
/** Entries of a page's table of lengths. */
const MOST_PIECES = 255;
const PIECE = 255;

export const CONTINUED = 1;
export const BEGINS = 2;
export const ENDS = 4;

export interface Page {
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
 * Ogg pages from the first byte to the last, their checksums right (RFC 3533).
 * @throws Fault refusal `media_mismatch`
 */
export function readPages(bytes: Buffer): Page[] {
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

/** The packets that lie in pages, whole. */
export function packetsIn(pages: readonly Page[]): Buffer[] {
  const packets: Buffer[] = [];
  let pieces: Buffer[] = [];
  for (const { lacing, body } of pages) {
    let at = 0;
    for (const length of lacing) {
      pieces.push(body.subarray(at, at + length));
      at += length;
      if (length === PIECE) continue;
      packets.push(Buffer.concat(pieces));
      pieces = [];
    }
  }
  return packets;
}

/** One page of whole packets. */
export function writePage(
  { flags, sequence, granule }: Pick<Page, 'flags' | 'sequence' | 'granule'>,
  packets: readonly Buffer[],
): Buffer {
  const lacing = Buffer.concat(packets.map(lacingOf));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('OggS', 'latin1');
  header.writeUInt8(flags, 5);
  header.writeBigInt64LE(granule, 6);
  // Any number names the stream: there is one in a file.
  header.writeUInt32LE(1, 14);
  header.writeUInt32LE(sequence, 18);
  header.writeUInt8(lacing.length, 26);
  const page = Buffer.concat([header, lacing, ...packets]);
  page.writeUInt32LE(crc32Ogg(page), 22);
  return page;
}

/** Whether one more packet fits into the table of a page that has so many pieces. */
export const fits = (pieces: number, packet: Buffer): boolean => pieces + piecesOf(packet) <= MOST_PIECES;

export const piecesOf = (packet: Buffer): number => Math.floor(packet.length / PIECE) + 1;

const lacingOf = (packet: Buffer): Buffer =>
  Buffer.from([
    ...Array.from({ length: Math.floor(packet.length / PIECE) }, () => PIECE),
    packet.length % PIECE,
  ]);
