import { refusal } from '../../domain/faults.ts';
import { type AudioType, audioTypeOf, MAX_AUDIO_BYTES } from '../../domain/media.ts';
import { readMp4 } from './mp4.ts';
import { readMpeg } from './mpeg.ts';
import { readOggOpus } from './ogg-opus.ts';
import type { AudioReading } from './reading.ts';
import { readWebmOpus } from './webm-opus.ts';

/**
 * What of a file is kept as a recording. WebM, which browsers record, becomes Ogg.
 * @throws Fault refusal `media_empty`, `media_too_large`, `media_type`, `media_mismatch`, `media_tells_where`
 */
export function readAudio(bytes: Buffer, named: string): AudioReading & { type: AudioType } {
  const type = audioTypeOf(named);
  const webm = /^audio\/webm\b/i.test(named);
  if (type === undefined && !webm)
    throw refusal('media_type', 'Expected a recording as Ogg Opus (.ogg, .opus), MP3 or M4A.');
  if (bytes.length === 0) throw refusal('media_empty', 'The file is empty.');
  if (bytes.length > MAX_AUDIO_BYTES)
    throw refusal('media_too_large', `A recording has at most ${MAX_AUDIO_BYTES / 1_000_000} MB.`);
  if (type === undefined) return { ...readWebmOpus(bytes), type: 'audio/ogg' };
  return { ...READERS[type](bytes), type };
}

const READERS: Readonly<Record<AudioType, (bytes: Buffer) => AudioReading>> = {
  'audio/ogg': readOggOpus,
  'audio/mpeg': readMpeg,
  'audio/mp4': readMp4,
};
