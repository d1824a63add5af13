import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunk, exif, jpeg, PLACE, png, riff, SCAN, segment, webp } from '../../../test/media/pictures.ts';
import { Fault } from '../../domain/faults.ts';
import { orientationIn } from './orientation.ts';
import { readPicture } from './read-picture.ts';

function codeOf(bytes: Buffer): string {
  try {
    readPicture(bytes);
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'refusal') throw cause;
    return cause.code;
  }
}
const NONE: Buffer[] = [];

describe('C8: photos of citizens lose what was written beside them, and nothing else', () => {
  it.each<[string, Buffer, Buffer, string]>([
    ['JPEG with EXIF positions, XMP and a comment', jpeg(), jpeg({ beside: NONE }), 'image/jpeg'],
    ['JPEG with another picture behind it', jpeg({ after: jpeg() }), jpeg({ beside: NONE }), 'image/jpeg'],
    [
      'JPEG with thumbnails, a profile and fill bytes',
      jpeg({
        beside: [
          segment(0xe0, Buffer.from(`JFXX\0${PLACE}`)),
          segment(0xe2, Buffer.from(`ICC_PROFILE\0${PLACE}`)),
          Buffer.from([0xff]),
          segment(0xed, Buffer.from(PLACE)),
        ],
      }),
      jpeg({ beside: NONE }),
      'image/jpeg',
    ],
    ['PNG with texts and EXIF', png(), png({ beside: NONE }), 'image/png'],
    [
      'PNG with a page behind it',
      png({ after: Buffer.from(`<html>${PLACE}`) }),
      png({ beside: NONE }),
      'image/png',
    ],
  ])('%s', (_name, bytes, plain, type) => {
    expect(bytes.includes(PLACE)).toBe(true);
    const read = readPicture(bytes);
    expect(read.bytes.includes('Hamdallaye')).toBe(false);
    expect(read.bytes).toEqual(plain);
    expect(read.type).toBe(type);
    expect(readPicture(read.bytes)).toEqual(read);
  });

  it('WebP: EXIF and XMP go, and its header does not promise them any more', () => {
    const read = readPicture(webp({ after: Buffer.from(PLACE) }));
    expect(read).toMatchObject({ type: 'image/webp', width: 640, height: 480 });
    expect(read.bytes.includes('Hamdallaye')).toBe(false);
    expect(read.bytes.includes('EXIF')).toBe(false);
    expect(read.bytes.readUInt8(20)).toBe(0);
    expect(read.bytes.readUInt32LE(4)).toBe(read.bytes.length - 8);
    expect(readPicture(read.bytes)).toEqual(read);
  });

  it.each([
    [3, false],
    [6, false],
    [8, true],
  ])('a camera held at turn %d (small end first: %s) stays so, its place does not', (turned, small) => {
    const { bytes } = readPicture(jpeg({ beside: [segment(0xe1, exif({ turned, small }))] }));
    expect(bytes.includes('Hamdallaye')).toBe(false);
    const at = bytes.indexOf('Exif\0\0');
    expect(orientationIn(bytes.subarray(at))).toBe(turned);
    expect(bytes.subarray(at - 4, at).toString('hex')).toBe('ffe10022');
    expect(bytes.includes(SCAN)).toBe(true);
  });

  it('Adobe’s colours are kept, for they change what is seen', () => {
    const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\0\u0001', 'latin1'));
    const bytes = jpeg({ beside: [adobe] });
    expect(readPicture(bytes).bytes).toEqual(bytes);
  });
});

describe('C8: pictures that are refused', () => {
  const cut = png({ beside: [chunk('IDAX')] });
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'media_empty'],
    ['2,000,001 bytes', Buffer.alloc(2_000_001), 'media_too_large'],
    ['50,000 × 50,000 points as JPEG', jpeg({ width: 50_000, height: 50_000 }), 'media_too_large'],
    ['50,000 × 50,000 points as PNG', png({ width: 50_000, height: 50_000 }), 'media_too_large'],
    ['50,000 × 50,000 points as WebP', webp({ width: 50_000, height: 50_000 }), 'media_too_large'],
    ['no points at all', jpeg({ width: 0 }), 'media_too_large'],
    ['a GIF', Buffer.from('GIF89a'), 'media_type'],
    ['an SVG', Buffer.from('<svg onload="alert(1)"/>'), 'media_type'],
    ['a sound', Buffer.from('OggS'), 'media_type'],
    ['a sound in RIFF', Buffer.from('RIFF\0\0\0\0WAVEfmt '), 'media_mismatch'],
    ['a JPEG that does not end', jpeg().subarray(0, -2), 'media_mismatch'],
    ['a JPEG without a picture', Buffer.from('ffd8ffd9', 'hex'), 'media_mismatch'],
    ['a page that begins like a JPEG', Buffer.from('\u00ff\u00d8\u00ff<html>', 'latin1'), 'media_mismatch'],
    ['a PNG with a chunk nobody may pass over', cut, 'media_mismatch'],
    ['a PNG with a wrong checksum', flipped(png(), 30), 'media_mismatch'],
    ['a PNG cut short', png().subarray(0, -1), 'media_mismatch'],
    ['a WebP without a picture', riffOf(riff('EXIF', Buffer.alloc(4))), 'media_mismatch'],
    ['a WebP longer than it is', flipped(webp(), 6), 'media_mismatch'],
  ])('%s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('whatever bytes come, the answer is a picture without its place, or a refusal', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(jpeg(), png(), webp()),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat()),
        (file, changes, end) => {
          const bytes: Buffer = Buffer.from(file.subarray(0, end === null ? undefined : end % file.length));
          for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
          expect(codeOf(bytes)).toMatch(/^taken$|^media_/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy: Buffer = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

function riffOf(body: Buffer): Buffer {
  const head = Buffer.from('RIFF....WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}
