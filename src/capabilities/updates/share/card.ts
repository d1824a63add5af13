import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import type { PublicLang } from '../../../web/public/index.ts';
import { inLang } from '../../../web/public/index.ts';
import { type Carded, cardSvg } from './card-svg.ts';
import { FONT_FILES } from './font.ts';

/** Few colours are on it, and their edges: a palette keeps it small enough to be sent on a phone's data. */
const COLOURS = 32;

/**
 * The picture to pass an item on by: PNG, 1200 × 630, at most 60 kB; the same bytes for the same statement.
 * @param publicUrl `https://benkan.example`, for the code on it
 */
export async function shareCard(statement: Carded, lang: PublicLang, publicUrl: string): Promise<Buffer> {
  return drawn(cardSvg(statement, lang, `${publicUrl}${inLang(`/verify/${statement.number}`, lang)}`));
}

/** A card as a picture. */
export async function drawn(svg: string): Promise<Buffer> {
  const picture = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: 'DejaVu Sans' },
  });
  return sharp(picture.asPng())
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}
