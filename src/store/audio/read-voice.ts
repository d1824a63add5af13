import { refusal } from '../../domain/faults.ts';
import { MAX_AUDIO_BYTES, type VoiceType } from '../../domain/media.ts';
import { readAac } from './aac.ts';
import { readMp4, withoutPlaces } from './mp4.ts';
import { readMpeg } from './mpeg.ts';
import { cleanOggOpus } from './ogg-opus.ts';
import type { AudioReading } from './reading.ts';
import { readWebmOpus } from './webm-opus.ts';

/**
 * What of a voice message is kept, whatever it was called: its bytes tell what it is. What recorders say besides the
 * sound (titles, programs, positions) is left out.
 * @throws Fault refusal `media_empty`, `media_too_large`, `media_type`, `media_mismatch`
 */
export function readVoice(bytes: Buffer): AudioReading & { type: VoiceType } {
  if (bytes.length === 0) throw refusal('media_empty', 'The file is empty.');
  if (bytes.length > MAX_AUDIO_BYTES)
    throw refusal('media_too_large', `A voice message has at most ${MAX_AUDIO_BYTES / 1_000_000} MB.`);
  const kind = KINDS.find(({ is }) => is(bytes));
  if (kind === undefined) throw refusal('media_type', 'Expected a voice message as phones record it.');
  return { ...kind.read(bytes), type: kind.type };
}

const begins = (bytes: Buffer, words: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + words.length) === words;

/** Sound frames begin with eleven bits set; of the next five, two tell the layer, which AAC has none of. */
const layerOf = (bytes: Buffer): 'aac' | 'mpeg' | undefined => {
  const [first, second = 0] = bytes;
  if (first !== 0xff || second < 0xe0) return undefined;
  return (second & 0xf6) === 0xf0 ? 'aac' : 'mpeg';
};

const KINDS: readonly {
  type: VoiceType;
  is: (bytes: Buffer) => boolean;
  read: (bytes: Buffer) => AudioReading;
}[] = [
  { type: 'audio/ogg', is: (bytes) => begins(bytes, 'OggS'), read: cleanOggOpus },
  { type: 'audio/ogg', is: (bytes) => begins(bytes, '\u001aE\u00df\u00a3'), read: readWebmOpus },
  {
    type: 'audio/mp4',
    is: (bytes) => begins(bytes, 'ftyp', 4),
    read: (bytes) => readMp4(withoutPlaces(bytes)),
  },
  { type: 'audio/aac', is: (bytes) => layerOf(bytes) === 'aac', read: readAac },
  {
    type: 'audio/mpeg',
    is: (bytes) => begins(bytes, 'ID3') || layerOf(bytes) === 'mpeg',
    read: readMpeg,
  },
];
