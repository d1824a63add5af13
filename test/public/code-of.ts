import jsQR from 'jsqr';
import sharp from 'sharp';

/** What a phone reads from the code on a picture. */
export async function codeOf(png: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
