import { type AudioReading, notWhatItSays } from './reading.ts';

const HEADER_BYTES = 7;
const SAMPLES_A_FRAME = 1024;
/** Fewer frames in a row could be chance. */
const FEWEST_FRAMES = 3;
/** Samples a second by index (ISO 14496-3). */
const RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;

/** AAC frames with ADTS headers from the first byte to the last; a last one cut short is left out. */
export function readAac(bytes: Buffer): AudioReading {
  let at = 0;
  let frames = 0;
  let seconds = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    // Twelve bits that begin every frame, then the version, and a layer that is always none.
    if ((bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) throw notWhatItSays();
    const rate = RATES[(bytes.readUInt8(at + 2) >> 2) & 15];
    const length = (bytes.readUIntBE(at + 3, 3) >> 5) & 0x1fff;
    if (rate === undefined || length < HEADER_BYTES) throw notWhatItSays();
    if (at + length > bytes.length) break;
    at += length;
    frames += 1;
    seconds += SAMPLES_A_FRAME / rate;
  }
  if (frames < FEWEST_FRAMES) throw notWhatItSays();
  return { bytes: bytes.subarray(0, at), seconds };
}
