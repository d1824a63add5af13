const HEADER = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;
/** A camera writes some tens. */
const MOST_ENTRIES = 200;

/** How a camera was held: 2 to 8, as EXIF's first directory tells; `undefined` where it tells nothing, or upright. */
export function orientationIn(segment: Buffer): number | undefined {
  if (!segment.subarray(0, HEADER.length).equals(HEADER)) return undefined;
  const tiff = segment.subarray(HEADER.length);
  if (tiff.length < 8) return undefined;
  const small = tiff.toString('latin1', 0, 2) === 'II';
  const two = (at: number): number => (small ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = small ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const entries = Math.min(two(directory), MOST_ENTRIES);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return undefined;
    if (two(at) !== ORIENTATION || two(at + 2) !== SHORT) continue;
    const turned = two(at + 8);
    return turned >= 2 && turned <= 8 ? turned : undefined;
  }
  return undefined;
}

/** An EXIF segment that says this and nothing else: without it the picture would lie on its side. */
export function orientationSegment(turned: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(turned, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + HEADER.length + tiff.length]);
  return Buffer.concat([head, HEADER, tiff]);
}
