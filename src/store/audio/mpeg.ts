import { type AudioReading, notWhatItSays } from './reading.ts';

const FRAME_HEADER = 4;
const ID3V1_BYTES = 128;
/** Fewer frames in a row could be chance. */
const FEWEST_FRAMES = 3;

/** kb/s by index: MPEG 1, and MPEG 2 and 2.5. */
const BITRATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const RATES = [44_100, 48_000, 32_000] as const;

/**
 * MP3 frames (ISO 11172-3, layer III), one after the other. Tags before and after them are cut off: they may hold
 * pictures with positions. So is a last frame that was cut short. Anything else between frames is refused.
 */
export function readMpeg(bytes: Buffer): AudioReading {
  const from = afterId3v2(bytes);
  const to = beforeId3v1(bytes);
  let seconds = 0;
  let frames = 0;
  let at = from;
  while (at + FRAME_HEADER <= to) {
    const frame = readFrame(bytes.readUInt32BE(at));
    if (frame === undefined) throw notWhatItSays();
    if (at + frame.bytes > to) break;
    at += frame.bytes;
    seconds += frame.seconds;
    frames += 1;
  }
  if (frames < FEWEST_FRAMES) throw notWhatItSays();
  return { bytes: bytes.subarray(from, at), seconds };
}

/** ID3v2: ten bytes, of which the last four are the length in groups of seven bits. */
function afterId3v2(bytes: Buffer): number {
  if (bytes.length < 10 || bytes.toString('latin1', 0, 3) !== 'ID3') return 0;
  const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (bytes.readUInt8(at) & 0x7f), 0);
  return 10 + length;
}

function beforeId3v1(bytes: Buffer): number {
  const at = bytes.length - ID3V1_BYTES;
  return at >= 0 && bytes.toString('latin1', at, at + 3) === 'TAG' ? at : bytes.length;
}

function readFrame(header: number): { bytes: number; seconds: number } | undefined {
  const version = (header >>> 19) & 3;
  const layer = (header >>> 17) & 3;
  const rateIndex = (header >>> 10) & 3;
  // The eleven bits all frames begin with; version 1 and layer other than III are not MP3.
  if (header >>> 21 !== 0x7ff || version === 1 || layer !== 1) return undefined;
  const first = version === 3;
  const bitrate = (first ? BITRATES[0] : BITRATES[1])[(header >>> 12) & 15];
  const rate = (RATES[rateIndex] ?? 0) / (first ? 1 : version === 2 ? 2 : 4);
  if (bitrate === undefined || bitrate === 0 || rate === 0) return undefined;
  const samples = first ? 1152 : 576;
  const padding = (header >>> 9) & 1;
  return { bytes: Math.floor((samples / 8) * ((bitrate * 1000) / rate)) + padding, seconds: samples / rate };
}
