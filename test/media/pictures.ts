import { crc32, deflateSync } from 'node:zlib';

/** Where these pictures say they were taken; whoever finds it in what is kept has found a position. */
export const PLACE = 'GPS 12.639,-8.003 Hamdallaye ACI 2000';

/** A segment of a JPEG. */
export function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** EXIF with a camera's turn and a directory of positions, as a phone writes them. */
export function exif({ turned = 1, place = PLACE, small = false } = {}): Buffer {
  const two = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    if (small) bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  };
  const four = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (small) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes;
  };
  const words = Buffer.from(`${place}\0`);
  const entries = [
    [two(0x0112), two(3), four(1), two(turned), two(0)],
    // The pointer to the positions, which stand after the two entries and the end of the directory.
    [two(0x8825), two(4), four(1), four(8 + 2 + 24 + 4)],
  ];
  const positions = [
    two(1),
    two(0x001b),
    two(7),
    four(words.length),
    four(8 + 2 + 24 + 4 + 2 + 12 + 4),
    four(0),
  ];
  return Buffer.concat([
    Buffer.from('Exif\0\0'),
    Buffer.from(small ? 'II' : 'MM'),
    two(42),
    four(8),
    two(entries.length),
    ...entries.flat(),
    four(0),
    ...positions,
    words,
  ]);
}

const XMP = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPS>${PLACE}</exif:GPS></x:xmpmeta>`);

export interface JpegOptions {
  width?: number;
  height?: number;
  /** Application segments and comments, after the plain header. */
  beside?: Buffer[];
  /** After the end. */
  after?: Buffer;
}

/** The bytes of a picture's scan: coded data with a stuffed byte and a restart, as they may stand in any JPEG. */
export const SCAN = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);

/** The frame of a JPEG with everything a phone writes beside the picture. No decoder is asked to draw it. */
export function jpeg({
  width = 640,
  height = 480,
  beside = [segment(0xe1, exif()), segment(0xe1, XMP), segment(0xfe, Buffer.from(PLACE))],
  after = Buffer.alloc(0),
}: JpegOptions = {}): Buffer {
  const frame = Buffer.alloc(15);
  frame.writeUInt8(8, 0);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  frame.writeUInt8(3, 5);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...beside,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 2)),
    segment(0xda, Buffer.from([3, 1, 0, 2, 0x11, 3, 0x11, 0, 0x3f, 0])),
    SCAN,
    Buffer.from([0xff, 0xd9]),
    after,
  ]);
}

export function chunk(type: string, body: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A whole PNG, grey, with texts and EXIF beside it. */
export function png({
  width = 4,
  height = 3,
  beside = [chunk('tEXt', Buffer.from(`Location\0${PLACE}`)), chunk('eXIf', exif().subarray(6))],
  after = Buffer.alloc(0),
}: JpegOptions = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const pixels = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 1000)));
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    ...beside,
    chunk('IDAT', pixels),
    chunk('IEND'),
    after,
  ]);
}

/** A part of a RIFF file; odd ones are filled up. */
export function riff(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** The frame of a WebP with EXIF and XMP behind the picture. */
export function webp({
  width = 640,
  height = 480,
  beside = [riff('EXIF', exif()), riff('XMP ', XMP)],
  after = Buffer.alloc(0),
}: JpegOptions = {}): Buffer {
  const extended = Buffer.alloc(10);
  extended.writeUInt8(0x0c, 0);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const all = Buffer.concat([
    Buffer.from('WEBP'),
    riff('VP8X', extended),
    riff('VP8 ', Buffer.alloc(11, 3)),
    ...beside,
  ]);
  const head = Buffer.from('RIFF....', 'latin1');
  head.writeUInt32LE(all.length, 4);
  return Buffer.concat([head, all, after]);
}
