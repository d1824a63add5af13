import { notAPicture, type PictureReading } from './reading.ts';
import { orientationIn, orientationSegment } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const [APP0, APP1, APP14, APP15] = [0xe0, 0xe1, 0xee, 0xef];
/** Which of the frame markers tell the size; C4, C8 and CC are none of them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/**
 * A JPEG (ITU T.81) without its application segments and comments: EXIF with positions and camera, XMP, thumbnails,
 * profiles. What stays is what it takes to draw it: how it is turned, how its colours are coded. What follows its end
 * (other pictures, other files) goes too. The image itself is not touched.
 */
export function readJpeg(bytes: Buffer): PictureReading {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw notAPicture();
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let turned: number | undefined;
  for (let at = 2; ; ) {
    const { marker, from } = markerAt(bytes, at);
    if (marker === EOI) {
      if (size === undefined) throw notAPicture();
      const turn = turned === undefined ? [] : [orientationSegment(turned)];
      const [start, ...rest] = kept;
      return { bytes: Buffer.concat([start ?? NONE, ...turn, ...rest, END]), ...size };
    }
    const end = endOf(bytes, from);
    const body = bytes.subarray(from + 2, end);
    if (marker === APP1) turned ??= orientationIn(body);
    if (isFrame(marker)) {
      if (body.length < 6) throw notAPicture();
      size ??= { height: body.readUInt16BE(1), width: body.readUInt16BE(3) };
    }
    const segment = bytes.subarray(from - 2, end);
    if (isDrawn(marker, body)) kept.push(segment);
    at = end;
    if (marker !== SOS) continue;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
  }
}

const NONE = Buffer.alloc(0);
const END = Buffer.of(0xff, EOI);

/** Any number of fill bytes may stand before a marker. */
function markerAt(bytes: Buffer, at: number): { marker: number; from: number } {
  if (bytes[at] !== 0xff) throw notAPicture();
  let next = at + 1;
  while (bytes[next] === 0xff) next += 1;
  const marker = bytes[next];
  if (marker === undefined || marker === 0 || marker === SOI || isRestart(marker)) throw notAPicture();
  return { marker, from: next + 1 };
}

function endOf(bytes: Buffer, from: number): number {
  if (from + 2 > bytes.length) throw notAPicture();
  const length = bytes.readUInt16BE(from);
  if (length < 2 || from + length > bytes.length) throw notAPicture();
  return from + length;
}

/** Of APP0 only the plain header (a second form holds thumbnails), of APP14 Adobe's kind of colours. */
function isDrawn(marker: number, body: Buffer): boolean {
  const named = body.toString('latin1', 0, 5);
  if (marker === APP0) return named === 'JFIF\0';
  if (marker === APP14) return named === 'Adobe';
  return marker !== COM && (marker < APP0 || marker > APP15);
}

/** Up to the next marker that is none of the scan's own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next === 0xff) {
      at -= 1;
      continue;
    }
    if (next !== 0 && !isRestart(next)) return at;
  }
  throw notAPicture();
}
