import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aac } from '../../../test/media/aac.ts';
import { id3v2, mp3 } from '../../../test/media/mp3.ts';
import { box, mp4 } from '../../../test/media/mp4.ts';
import { oggOpus } from '../../../test/media/ogg-opus.ts';
import { PLACE } from '../../../test/media/pictures.ts';
import { webmOpus } from '../../../test/media/webm.ts';
import { Fault } from '../../domain/faults.ts';
import { readAudio } from './read-audio.ts';
import { readVoice } from './read-voice.ts';

function codeOf(bytes: Buffer): string {
  try {
    readVoice(bytes);
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.kind !== 'refusal') throw cause;
    return cause.code;
  }
}
const told = Buffer.from(PLACE);
const udta = (type: string): Buffer => mp4({ seconds: 7, udta: box('udta', box(type, told)) });

describe('C8: voices of citizens, by what they are and not by what they are called', () => {
  it.each<[string, Buffer, string, number]>([
    ['Ogg Opus', oggOpus({ seconds: 12.34 }), 'audio/ogg', 12.34],
    ['Ogg Opus with large packets', oggOpus({ seconds: 3, packetBytes: 300 }), 'audio/ogg', 3],
    ['WebM of a browser', webmOpus({ seconds: 4 }), 'audio/ogg', 3.9935],
    ['AAC', aac(50), 'audio/aac', 3.2],
    ['MP4', mp4({ seconds: 7 }), 'audio/mp4', 7],
    ['MP3', mp3(50), 'audio/mpeg', 1.2],
  ])('%s is taken', (_name, bytes, type, seconds) => {
    const read = readVoice(bytes);
    expect(read.type).toBe(type);
    expect(read.seconds).toBeCloseTo(seconds, 1);
  });

  it.each<[string, Buffer]>([
    ['comments of Ogg', oggOpus({ comments: [`GEO_LOCATION=${PLACE}`, 'ARTIST=Awa'] })],
    [
      'comments of Ogg over several pages',
      oggOpus({ comments: [`DESCRIPTION=${'x'.repeat(80_000)}${PLACE}`] }),
    ],
    ['a place in MP4', udta('loci')],
    ['what QuickTime says of a place', udta('\u00a9xyz')],
    ['a box of anybody’s in MP4', Buffer.concat([mp4(), box('uuid', told)])],
    ['tags of MP3', Buffer.concat([id3v2(PLACE), mp3()])],
  ])('%s: nothing of it is kept, and the sound is as it was', (_name, bytes) => {
    expect(bytes.includes(PLACE)).toBe(true);
    const read = readVoice(bytes);
    expect(read.bytes.includes('Hamdallaye')).toBe(false);
    expect(read.bytes.includes('Awa')).toBe(false);
    expect(readVoice(read.bytes)).toEqual(read);
  });

  it('of Ogg and WebM every packet of sound is kept, in a file that is a recording again', () => {
    const packet = Buffer.from([0xf8, 0xff, 0xfe]);
    for (const bytes of [oggOpus({ seconds: 2 }), webmOpus({ seconds: 2 })]) {
      const { bytes: kept } = readVoice(bytes);
      expect(kept.toString('latin1').split(packet.toString('latin1'))).toHaveLength(101);
      expect(readAudio(kept, 'audio/ogg').bytes).toEqual(kept);
    }
  });

  it('a recording of staff made by a browser becomes Ogg too', () => {
    const read = readAudio(webmOpus({ seconds: 2 }), 'audio/webm;codecs=opus');
    expect(read.type).toBe('audio/ogg');
    expect(readAudio(read.bytes, 'audio/ogg')).toEqual(read);
  });
});

describe('C8: voices that are refused', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'media_empty'],
    ['1,000,001 bytes', Buffer.alloc(1_000_001), 'media_too_large'],
    ['a picture', Buffer.from('\u00ff\u00d8\u00ff\u00e0', 'latin1'), 'media_type'],
    ['a page', Buffer.from('<html><script>alert(1)</script>'), 'media_type'],
    ['a program', Buffer.from('MZ\u0090\0'), 'media_type'],
    ['Ogg with a ZIP behind it', Buffer.concat([oggOpus(), Buffer.from('PK\u0003\u0004')]), 'media_mismatch'],
    ['Ogg without sound', oggOpus({ seconds: 0 }), 'media_mismatch'],
    ['a film', mp4({ kind: 'vide' }), 'media_mismatch'],
    ['a film in WebM', webmOpus({ kind: 1 }), 'media_mismatch'],
    ['Vorbis in WebM', webmOpus({ codec: 'A_VORBIS' }), 'media_mismatch'],
    ['two tracks in WebM', webmOpus({ tracks: 2 }), 'media_mismatch'],
    ['laced blocks', webmOpus({ flags: 0x82 }), 'media_mismatch'],
    ['WebM cut short', webmOpus().subarray(0, -1), 'media_mismatch'],
    ['WebM without sound', webmOpus({ seconds: 0 }), 'media_mismatch'],
    ['two frames of AAC', aac(2), 'media_mismatch'],
    ['AAC with a page behind it', Buffer.concat([aac(), Buffer.from('<html></html>')]), 'media_mismatch'],
    ['an MP4 whose boxes do not end', Buffer.concat([mp4(), Buffer.alloc(8)]), 'media_mismatch'],
  ])('%s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('whatever bytes come, the answer is a voice or a refusal', () => {
    const files = [oggOpus({ seconds: 0.2 }), webmOpus({ seconds: 0.2 }), aac(5), mp4(), mp3(5)];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.option(fc.nat()),
        (file, changes, cut) => {
          const bytes: Buffer = Buffer.from(file.subarray(0, cut === null ? undefined : cut % file.length));
          for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
          expect(codeOf(bytes)).toMatch(/^taken$|^media_/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
