import { z } from 'zod';
import { type InboundContent, MAX_MEDIA_NAME, type MediaKind } from '../../domain/message.ts';
import { captioned } from '../platform/caption.ts';
import { positionIn } from '../platform/position.ts';
import type { CloudMessage } from './notification.ts';

/**
 * What a message brings besides words; `undefined` where it is nothing that has a name. Of a photo and a voice message
 * WhatsApp's id is kept, under which it gives the file for 30 days; the bytes stay there; of a photo the words under it are read. What does not look as it should
 * tells nothing more than its kind.
 */
export function mediaContent(message: CloudMessage): InboundContent | undefined {
  const { type, audio, image, location } = message;
  if (audio !== undefined)
    return audio.voice === true ? file('voice', audio) : { kind: 'media', media: 'other' };
  const media = Object.hasOwn(MEDIA, type) ? MEDIA[type] : undefined;
  if (media === undefined) return undefined;
  if (media === 'photo') return captioned(file(media, image), under.safeParse(image).data?.caption);
  return { kind: 'media', media, ...(media === 'location' ? positionIn(location) : {}) };
}

const MEDIA: Readonly<Record<string, MediaKind>> = {
  image: 'photo',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
  location: 'location',
  contacts: 'contact',
};

const under = z.object({ caption: z.string().optional() });
const named = z.object({ id: z.string().min(1).max(MAX_MEDIA_NAME) });

function file(media: MediaKind, given: unknown): InboundContent {
  const { data } = named.safeParse(given);
  return { kind: 'media', media, ...(data && { id: data.id }) };
}
