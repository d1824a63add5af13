/** Longest side in points: a face or a paper is well seen, and it weighs a tenth of what the camera made. */
const LONGEST_SIDE = 1280;
const QUALITY = 0.72;

/**
 * A photo made small enough for a thin line. Drawn anew, it has lost what the camera wrote into it, its place among that.
 * `undefined`: it is no picture this browser can draw.
 */
export async function smallPhoto(file: Blob): Promise<Blob | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((resolve) => {
      canvas.toBlob((made) => resolve(made ?? undefined), 'image/jpeg', QUALITY);
    });
  } catch {
    return undefined;
  }
}
