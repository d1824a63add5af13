import { z } from 'zod';
import type { CallKind, Speaker } from '../../../conversation/ports.ts';
import { showsPictures } from '../../../domain/media.ts';
import type { UpdateContent } from '../model/content.ts';
import { readNumber } from '../model/update.ts';
import type { Pictures } from '../pictures/ports.ts';
import type { PublishedStore } from '../published-store.ts';
import { languageOf } from './told.ts';

/** Knows what pictures weigh. */
export interface Weighing {
  pictures: Pick<Pictures, 'sizeOf'>;
}

export interface PictureCallDeps extends Weighing {
  published: Pick<PublishedStore, 'byNumber'>;
  speaker: Speaker;
}

/** What a flow can show of a picture: its id, and in words what it shows. */
export const SHOWN = ['image', 'legende'] as const;

/** What the picture of an item weighs, in thousands of bytes; `null` where it has none or the channel brings none. */
export async function weightOf(
  { pictures }: Weighing,
  { image }: Pick<UpdateContent, 'image'>,
  channel: string,
): Promise<number | null> {
  if (image === undefined || !showsPictures(channel)) return null;
  const bytes = await pictures.sizeOf(image.id);
  return bytes === undefined ? null : Math.max(1, Math.round(bytes / 1000));
}

/** The picture of a published item, for whoever has been told what it weighs and asks for it. */
export const pictureCall = ({ published, speaker }: PictureCallDeps): CallKind => ({
  name: 'updates.picture',
  kind: 'reads',
  params: z.strictObject({ numero: z.string().max(20).nullable() }),
  async run({ numero }, { lang, channel }) {
    const number = readNumber(String(numero));
    const item = number === undefined ? undefined : await published.byNumber(number);
    const image = item?.content.image;
    if (item === undefined || image === undefined || !showsPictures(channel))
      return { image: null, legende: '' };
    const spoken = languageOf(item, lang, speaker);
    const alt = image.alt[spoken] ?? '';
    return { image: image.id, legende: alt === '' ? (item.content.texts[spoken]?.title ?? '') : alt };
  },
});
