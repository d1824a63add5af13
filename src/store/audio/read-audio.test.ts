import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { id3v2, mp3, MP3_FRAME } from '../../../test/media/mp3.ts';
import { box, mp4 } from '../../../test/media/mp4.ts';
import { oggOpus, page } from '../../../test/media/ogg-opus.ts';
import { Fault } from '../../domain/faults.ts';
import { readAudio } from './read-audio.ts';

function codeOf(bytes: Buffer, type: string): string {
  try {
    readAudio(bytes, type);
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'refusal') throw cause;
    return cause.code;
  }
}
const join = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
const ogg = oggOpus({ seconds: 1 });
const [headPage, tagsPage, soundPage] = [ogg.subarray(0, 47), ogg.subarray(47, 102), ogg.subarray(102)];

describe('C8: what is taken as a recording, and how long it lasts', () => {
  it.each([
    [0.02, 0.02],
    [1, 1],
    [12.34, 12.34],
    [45, 45],
  ])('Ogg Opus of %d s', (seconds, told) => {
    expect(readAudio(oggOpus({ seconds }), 'audio/ogg; codecs=opus').seconds).toBeCloseTo(told, 2);
  });

  it('Ogg Opus with large packets and harmless comments, kept byte for byte', () => {
    const bytes = oggOpus({ seconds: 3, packetBytes: 300, comments: ['TITLE=Kibaru', 'ARTIST=x=y'] });
    expect(readAudio(bytes, 'audio/opus')).toEqual({ bytes, type: 'audio/ogg', seconds: 3 });
  });

  it('comments that run over several pages', () => {
    const long = oggOpus({ comments: [`DESCRIPTION=${'x'.repeat(80_000)}`] });
    expect(codeOf(long, 'audio/ogg')).toBe('taken');
  });

  it('MP3: tags around it and a frame cut short are cut off', () => {
    const read = readAudio(join(id3v2('secret'), mp3(50), MP3_FRAME.subarray(0, 40)), 'audio/mp3');
    expect(read).toEqual({ bytes: mp3(50), type: 'audio/mpeg', seconds: expect.closeTo(1.2, 5) });
    const end = Buffer.alloc(128);
    end.write('TAG');
    expect(readAudio(join(mp3(50), end), 'audio/mpeg').bytes).toEqual(mp3(50));
  });

  it('M4A with one sound track', () => {
    expect(readAudio(mp4({ seconds: 2 }), 'audio/x-m4a')).toMatchObject({ type: 'audio/mp4', seconds: 2 });
    expect(readAudio(mp4({ seconds: 0 }), 'audio/mp4')).not.toHaveProperty('seconds');
  });
});

describe('C8: what is refused', () => {
  it.each<[name: string, bytes: Buffer, type: string, code: string]>([
    ['another type', ogg, 'audio/flac', 'media_type'],
    ['Ogg that says it is WebM', ogg, 'audio/webm', 'media_mismatch'],
    ['a type that is a word of JavaScript', ogg, 'constructor', 'media_type'],
    ['an image', ogg, 'image/jpeg', 'media_type'],
    ['nothing', Buffer.alloc(0), 'audio/ogg', 'media_empty'],
    ['1,000,001 bytes', Buffer.alloc(1_000_001), 'audio/ogg', 'media_too_large'],
    ['MP3 that says it is Ogg', mp3(), 'audio/ogg', 'media_mismatch'],
    ['Ogg that says it is MP3', ogg, 'audio/mpeg', 'media_mismatch'],
    ['Ogg that says it is M4A', ogg, 'audio/mp4', 'media_mismatch'],
    ['a page of HTML', Buffer.from('<html><script>alert(1)</script>'), 'audio/mpeg', 'media_mismatch'],
    ['Ogg with a ZIP behind it', join(ogg, 'PK\u0003\u0004'), 'audio/ogg', 'media_mismatch'],
    ['Ogg with HTML before it', join('<html>', ogg), 'audio/ogg', 'media_mismatch'],
    ['Ogg cut short', ogg.subarray(0, -1), 'audio/ogg', 'media_mismatch'],
    ['Ogg with one byte changed', flipped(ogg, ogg.length - 5), 'audio/ogg', 'media_mismatch'],
    ['Ogg without sound', join(headPage, tagsPage), 'audio/ogg', 'media_mismatch'],
    ['Ogg with a page missing', join(headPage, soundPage), 'audio/ogg', 'media_mismatch'],
    ['two Ogg files in one', join(ogg, ogg), 'audio/ogg', 'media_mismatch'],
    ['Ogg Vorbis', page(0, 2, 0n, [join('\u0001vorbis', Buffer.alloc(23))]), 'audio/ogg', 'media_mismatch'],
    ['a page of another stream', join(ogg, page(3, 4, 9n, [], { serial: 8 })), 'audio/ogg', 'media_mismatch'],
    [
      'a comment with a position',
      oggOpus({ comments: ['GEO_LOCATION=12.6;-8'] }),
      'audio/ogg',
      'media_tells_where',
    ],
    [
      'a picture in a comment',
      oggOpus({ comments: ['metadata_block_picture=AAA'] }),
      'audio/ogg',
      'media_tells_where',
    ],
    ['two frames of MP3', mp3(2), 'audio/mpeg', 'media_mismatch'],
    [
      'MP3 with a ZIP behind it',
      join(mp3(), 'PK\u0003\u0004', 'x'.repeat(200)),
      'audio/mpeg',
      'media_mismatch',
    ],
    [
      'a tag that is longer than the file',
      join('ID3\u0003\0\0\u007f\u007f\u007f\u007f', mp3()),
      'audio/mpeg',
      'media_mismatch',
    ],
    ['a film', mp4({ kind: 'vide' }), 'audio/mp4', 'media_mismatch'],
    ['MP4 with a page behind it', join(mp4(), '<html></html>'), 'audio/mp4', 'media_mismatch'],
    ['MP4 with a box nobody knows', join(mp4(), box('evil')), 'audio/mp4', 'media_mismatch'],
    ['a box of no length', join(mp4(), Buffer.alloc(8)), 'audio/mp4', 'media_mismatch'],
    [
      'MP4 with a position',
      mp4({ udta: box('udta', box('\u00a9xyz', Buffer.from('+12.6-008.0/'))) }),
      'audio/mp4',
      'media_tells_where',
    ],
    [
      'MP4 with a place',
      mp4({ udta: box('udta', box('loci', Buffer.from('Bamako'))) }),
      'audio/mp4',
      'media_tells_where',
    ],
  ])('%s', (_name, bytes, type, code) => {
    expect(codeOf(bytes, type)).toBe(code);
  });

  it('whatever bytes come, the answer is a recording or a refusal', () => {
    const files: [Buffer, string][] = [
      [ogg, 'audio/ogg'],
      [mp3(), 'audio/mpeg'],
      [mp4(), 'audio/mp4'],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat()),
        ([file, type], changes, cut) => {
          const bytes: Buffer = Buffer.from(file.subarray(0, cut === null ? undefined : cut % file.length));
          for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
          expect(codeOf(bytes, type)).toMatch(/^taken$|^media_/);
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
