import { readVoice } from './audio/read-voice.ts';
import type { SentFile } from './citizen-media-shapes.ts';
import { readPicture } from './pictures/read-picture.ts';

/**
 * What of a file a citizen sent is kept, by what its bytes are.
 * @throws Fault refusal `media_empty`, `media_too_large`, `media_type`, `media_mismatch`
 */
export function readSent(media: SentFile['media'], bytes: Buffer): SentFile {
  if (media === 'photo') {
    const { type, bytes: kept } = readPicture(bytes);
    return { media, type, bytes: kept };
  }
  const { type, bytes: kept, seconds } = readVoice(bytes);
  return { media, type, bytes: kept, ...(seconds !== undefined && { seconds }) };
}
