import { BEGINS, ENDS, fits, piecesOf, writePage } from './ogg-pages.ts';
import { OPUS_RATE, type OpusHead, samplesOf } from './opus-packet.ts';
import { type AudioReading, notWhatItSays } from './reading.ts';

/** A page of about a second: players can jump there, and a broken one costs no more. */
const PACKETS_A_PAGE = 50;

/**
 * Packets of sound as an Ogg Opus file (RFC 7845) that says nothing besides: no titles, no program, no place. The sound
 * itself is not touched.
 * @param last samples up to the end, where the recorder cut the last packet short
 * @throws Fault refusal `media_mismatch`: there is no sound in it
 */
export function writeOggOpus(
  { channels, skipped }: OpusHead,
  sound: readonly Buffer[],
  last?: number,
): AudioReading {
  const pages = [
    writePage({ flags: BEGINS, sequence: 0, granule: 0n }, [headOf(channels, skipped)]),
    writePage({ flags: 0, sequence: 1, granule: 0n }, [NO_TAGS]),
  ];
  const groups = grouped(sound);
  let samples = 0;
  for (const [at, packets] of groups.entries()) {
    const ends = at === groups.length - 1;
    samples += packets.reduce((sum, packet) => sum + samplesOf(packet), 0);
    if (ends) samples = Math.min(samples, last ?? samples);
    const place = { flags: ends ? ENDS : 0, sequence: pages.length, granule: BigInt(Math.round(samples)) };
    pages.push(writePage(place, packets));
  }
  if (samples <= skipped) throw notWhatItSays();
  return { bytes: Buffer.concat(pages), seconds: (samples - skipped) / OPUS_RATE };
}

function grouped(sound: readonly Buffer[]): Buffer[][] {
  const groups: Buffer[][] = [];
  let pieces = 0;
  for (const packet of sound) {
    const group = groups.at(-1);
    // A packet as large as a page holds half a second of noise; no recorder of speech makes one.
    if (!fits(0, packet)) throw notWhatItSays();
    if (group === undefined || group.length >= PACKETS_A_PAGE || !fits(pieces, packet)) {
      groups.push([packet]);
      pieces = 0;
    } else group.push(packet);
    pieces += piecesOf(packet);
  }
  return groups;
}

function headOf(channels: number, skipped: number): Buffer {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(channels, 9);
  head.writeUInt16LE(skipped, 10);
  head.writeUInt32LE(OPUS_RATE, 12);
  return head;
}

/** A comment header whose vendor has no name, and that has no comments. */
const NO_TAGS = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);
