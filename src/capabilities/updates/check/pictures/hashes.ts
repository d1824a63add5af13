import sharp from 'sharp';
import phash from 'sharp-phash';

/** Two perceptual hashes of a picture, 16 characters of hex each. */
export interface Hashes {
  /** Of all of it. */
  whole: string;
  /** Of where a card of ours has its title: all cards are alike but there. */
  title: string;
}

/** Shares of the width and the height: left, top, wide, high. */
const TITLE = [0.05, 0.33, 0.62, 0.48] as const;

/**
 * The hashes of a picture that is known to be one. By the DCT method (Zauner, "Implementation and Benchmarking of
 * Perceptual Image Hash Functions", 2010), as sharp-phash has it.
 */
export async function hashesOf(picture: Buffer): Promise<Hashes> {
  const { width, height } = await sharp(picture).metadata();
  const [left, top, wide, high] = TITLE;
  const title = await sharp(picture)
    .extract({
      ...{ left: Math.floor(left * width), top: Math.floor(top * height) },
      ...{ width: Math.max(1, Math.floor(wide * width)), height: Math.max(1, Math.floor(high * height)) },
    })
    .png()
    .toBuffer();
  return { whole: await hashOf(picture), title: await hashOf(title) };
}

/** The library is CommonJS, and its types say otherwise. */
const bitsOf = phash as unknown as (picture: Buffer) => Promise<string>;

const hashOf = async (picture: Buffer): Promise<string> =>
  BigInt(`0b${await bitsOf(picture)}`)
    .toString(16)
    .padStart(16, '0');

/** In how many of 64 bits two hashes differ. */
export const distance = (one: string, other: string): number =>
  ones(half(one, 0) ^ half(other, 0)) + ones(half(one, 8) ^ half(other, 8));

const half = (hash: string, from: number): number => Number.parseInt(hash.slice(from, from + 8), 16);

/** Bits set of 32 (Warren, "Hacker's Delight", 5-1). */
function ones(given: number): number {
  let bits = given - ((given >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
