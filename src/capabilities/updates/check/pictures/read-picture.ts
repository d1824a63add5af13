import jsQR from 'jsqr';
import sharp from 'sharp';

/** No chat sends larger ones, and the page for asking takes none. */
const MAX_BYTES = 8 * 1024 * 1024;
/** A photo of a good phone; a file of a few kilobytes can say that it has far more. */
const MAX_PIXELS = 50_000_000;
const TAKEN = new Set(['jpeg', 'png', 'webp']);
/** Wide enough for the code on a card to be read; reading it keeps everybody else waiting for so many points. */
const WIDEST = 800;
/** Of a card: width over height. */
const SHAPE = 1200 / 630;

/** A picture somebody was sent, ready to be compared. */
export interface SentPicture {
  /** Parts of it that may be a card of ours: all of it, and where its caption or a phone's screen ends. */
  parts: readonly Buffer[];
  /** What the code on it says. */
  code: string | undefined;
}

/** Reads a picture; `undefined` for what is no JPEG, PNG or WebP, is broken, or larger than it may be. */
export async function readSentPicture(bytes: Buffer): Promise<SentPicture | undefined> {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) return undefined;
  try {
    const limits = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;
    const { format } = await sharp(bytes, limits).metadata();
    if (!TAKEN.has(format)) return undefined;
    const { data, info } = await sharp(bytes, limits)
      .autoOrient()
      .flatten({ background: '#fff' })
      .resize({ width: WIDEST, height: WIDEST * 1.5, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true });
    return { parts: await partsOf(data, info), code: await codeOn(data) };
  } catch {
    // Whatever the library says of it, it is no picture for us.
    return undefined;
  }
}

interface Size {
  width: number;
  height: number;
}

async function partsOf(picture: Buffer, { width, height }: Size): Promise<Buffer[]> {
  const parts = [picture];
  const high = Math.round(width / SHAPE);
  if (high < height * 0.97)
    for (const top of [0, height - high])
      parts.push(await sharp(picture).extract({ left: 0, top, width, height: high }).png().toBuffer());
  const within = await sharp(picture)
    .trim({ threshold: 30 })
    .png()
    .toBuffer()
    .catch(() => undefined);
  return within === undefined ? parts : [...parts, within];
}

/** What jsQR reads, as text; a code is read where it is whole, however the picture was pressed. */
async function codeOn(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQR as unknown as (
    points: Uint8ClampedArray,
    width: number,
    height: number,
    how: { inversionAttempts: 'dontInvert' },
  ) => { data: string } | null;
  const points = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  return read(points, info.width, info.height, { inversionAttempts: 'dontInvert' })?.data;
}
