import { type OpusHead, readOpusHead } from './opus-packet.ts';
import { type AudioReading, notWhatItSays } from './reading.ts';
import { writeOggOpus } from './write-ogg-opus.ts';

/** Elements of Matroska (RFC 9559) that are looked at; the others are passed over. */
const EBML = 0x1a45dfa3;
const TRACK = 0xae;
const TRACK_TYPE = 0x83;
const CODEC = 0x86;
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
/** Segment, Tracks, a track, Cluster, BlockGroup: what lies in them is read as if it lay beside them. */
const OPENED: ReadonlySet<number> = new Set([0x18538067, 0x1654ae6b, TRACK, 0x1f43b675, 0xa0]);
const SOUND = 2;
/** Bits of a block's flags that say several packets lie in it; recorders put one. */
const LACED = 0x06;
const MOST_ELEMENTS = 100_000;

/**
 * What browsers record where they do not know Ogg: one track of Opus in WebM. Its packets go into an Ogg file, which
 * phones play and which says nothing besides the sound.
 */
export function readWebmOpus(bytes: Buffer): AudioReading {
  const sound: Buffer[] = [];
  let tracks = 0;
  let head: OpusHead | undefined;
  let first = true;
  for (const { id, body } of elements(bytes)) {
    if (first && id !== EBML) throw notWhatItSays();
    first = false;
    if (id === TRACK) tracks += 1;
    if (id === TRACK_TYPE && body.readUIntBE(0, body.length) !== SOUND) throw notWhatItSays();
    if (id === CODEC && body.toString('latin1').replace(/\0+$/, '') !== 'A_OPUS') throw notWhatItSays();
    if (id === CODEC_PRIVATE) head = readOpusHead(body);
    if (id === SIMPLE_BLOCK || id === BLOCK) sound.push(packetIn(body));
  }
  if (tracks !== 1 || head === undefined) throw notWhatItSays();
  return writeOggOpus(head, sound);
}

interface Element {
  id: number;
  /** Empty where the element is opened. */
  body: Buffer;
}

/** All elements in their order. Recorders that stream leave the length of what they open unknown, so none is needed. */
function* elements(bytes: Buffer): Generator<Element> {
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    count += 1;
    const id = numberAt(bytes, at, 4, true);
    const size = numberAt(bytes, at + id.length, 8, false);
    at += id.length + size.length;
    if (count > MOST_ELEMENTS) throw notWhatItSays();
    if (OPENED.has(id.value)) {
      yield { id: id.value, body: NOTHING };
      continue;
    }
    const end = at + size.value;
    if (end > bytes.length) throw notWhatItSays();
    // No number of an element looked at has more than six bytes; what has is no such element.
    if (NUMBERS.has(id.value) && (size.value === 0 || size.value > 6)) throw notWhatItSays();
    yield { id: id.value, body: bytes.subarray(at, end) };
    at = end;
  }
}

const NOTHING = Buffer.alloc(0);
const NUMBERS: ReadonlySet<number> = new Set([TRACK_TYPE]);

/** A number of as many bytes as its first one says (RFC 8794). `marked`: the bits that say so belong to it. */
function numberAt(
  bytes: Buffer,
  at: number,
  longest: number,
  marked: boolean,
): { value: number; length: number } {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > longest || at + length > bytes.length) throw notWhatItSays();
  let value = marked ? first : first & (0xff >> length);
  for (let next = at + 1; next < at + length; next += 1) value = value * 256 + (bytes[next] ?? 0);
  return { value, length };
}

/** After the number of the track, two bytes of time and the flags. */
function packetIn(block: Buffer): Buffer {
  const from = numberAt(block, 0, 8, false).length + 3;
  if (block.length <= from || ((block[from - 1] ?? 0) & LACED) !== 0) throw notWhatItSays();
  return block.subarray(from);
}
