import { crc32 } from './crc32.ts';

/** 20 ms of silence, as an encoder writes it: full band, mono. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const PACKET_SAMPLES = 960;
const PRE_SKIP = 312;
const PACKETS_A_PAGE = 50;
const [CONTINUED, BEGINS, ENDS] = [1, 2, 4];
/** Bytes of a page that is full and does not end its packet. */
const FULL = 255 * 255;

export interface OggOptions {
  seconds?: number;
  comments?: string[];
  /** Makes a packet of this many bytes, so that a small recording weighs what it should. */
  packetBytes?: number;
  /** Lies in every packet of sound, to be looked for where no sound may lie. */
  words?: string;
}

/** A valid Ogg Opus file of silence, made from nothing, so that no encoder has to be there. */
export function oggOpus({
  seconds = 1,
  comments = [],
  packetBytes = 3,
  words = '',
}: OggOptions = {}): Buffer {
  const said = Buffer.from(words);
  const packet = Buffer.alloc(Math.max(packetBytes, SILENCE.length + said.length));
  SILENCE.copy(packet);
  said.copy(packet, SILENCE.length);
  const packets = Math.round((seconds * 48_000) / PACKET_SAMPLES);
  const pages = [page(0, BEGINS, 0n, [head()]), ...pagesOf(tags(comments))];
  for (let done = 0; done < packets; ) {
    const now = Math.min(PACKETS_A_PAGE, packets - done);
    done += now;
    // Packets of more than 254 bytes take several entries of the table of 255.
    pages.push(
      page(
        pages.length,
        done === packets ? ENDS : 0,
        BigInt(done * PACKET_SAMPLES + PRE_SKIP),
        Array<Buffer>(now).fill(packet),
      ),
    );
  }
  return Buffer.concat(pages);
}

/** One page with whole packets. Exported for the files that are wrong on purpose. */
export function page(
  sequence: number,
  flags: number,
  granule: bigint,
  packets: readonly Buffer[],
  { serial = 7, lacing = Buffer.concat(packets.map(({ length }) => laced(length))) } = {},
): Buffer {
  if (lacing.length > 255) throw new Error('Too much for one page.');
  const header = Buffer.alloc(27);
  header.write('OggS', 0, 'latin1');
  header.writeUInt8(flags, 5);
  header.writeBigInt64LE(granule, 6);
  header.writeUInt32LE(serial, 14);
  header.writeUInt32LE(sequence, 18);
  header.writeUInt8(lacing.length, 26);
  const made = Buffer.concat([header, lacing, ...packets]);
  made.writeUInt32LE(crc32(made), 22);
  return made;
}

/** The second packet, which may be longer than a page. */
function pagesOf(packet: Buffer): Buffer[] {
  if (packet.length < FULL) return [page(1, 0, 0n, [packet])];
  const full = { lacing: Buffer.alloc(255, 255) };
  return [page(1, 0, -1n, [packet.subarray(0, FULL)], full), page(2, CONTINUED, 0n, [packet.subarray(FULL)])];
}

const laced = (length: number): Buffer =>
  Buffer.from([...Array<number>(Math.floor(length / 255)).fill(255), length % 255]);

function head(): Buffer {
  const packet = Buffer.alloc(19);
  packet.write('OpusHead', 0, 'latin1');
  packet.writeUInt8(1, 8);
  packet.writeUInt8(1, 9);
  packet.writeUInt16LE(PRE_SKIP, 10);
  packet.writeUInt32LE(48_000, 12);
  return packet;
}

function tags(comments: readonly string[]): Buffer {
  const counted = (text: string): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(Buffer.byteLength(text));
    return Buffer.concat([length, Buffer.from(text)]);
  };
  const count = Buffer.alloc(4);
  count.writeUInt32LE(comments.length);
  return Buffer.concat([Buffer.from('OpusTags'), counted('benkan test'), count, ...comments.map(counted)]);
}
