import { refusal } from '../../domain/faults.ts';
import { MAX_SENT_BYTES, type PictureType } from '../../domain/media.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import type { PictureReading } from './reading.ts';
import { readWebp } from './webp.ts';

/** More than any phone's camera has. A browser that draws more takes the memory of the machine it runs on. */
const MOST_PIXELS = 60_000_000;

/**
 * What of a photo is kept, whatever it was called: its bytes tell what it is. Positions, cameras, dates and texts beside
 * it are left out without touching the picture.
 * @throws Fault refusal `media_empty`, `media_too_large`, `media_type`, `media_mismatch`
 */
export function readPicture(bytes: Buffer): PictureReading & { type: PictureType } {
  if (bytes.length === 0) throw refusal('media_empty', 'The file is empty.');
  if (bytes.length > MAX_SENT_BYTES)
    throw refusal('media_too_large', `A photo has at most ${MAX_SENT_BYTES / 1_000_000} MB.`);
  const kind = KINDS.find(({ begins }) => bytes.toString('latin1', 0, begins.length) === begins);
  if (kind === undefined) throw refusal('media_type', 'Expected a photo: JPEG, PNG or WebP.');
  const read = kind.read(bytes);
  if (read.width < 1 || read.height < 1 || read.width * read.height > MOST_PIXELS)
    throw refusal('media_too_large', `A photo has at most ${MOST_PIXELS / 1_000_000} million points.`);
  return { ...read, type: kind.type };
}

const KINDS: readonly { type: PictureType; begins: string; read: (bytes: Buffer) => PictureReading }[] = [
  { type: 'image/jpeg', begins: '\u00ff\u00d8\u00ff', read: readJpeg },
  { type: 'image/png', begins: '\u0089PNG', read: readPng },
  { type: 'image/webp', begins: 'RIFF', read: readWebp },
];
