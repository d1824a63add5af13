import { z } from 'zod';
import { type InboundContent, MAX_MEDIA_NAME, type MediaKind } from '../../domain/message.ts';
import { positionIn } from '../platform/position.ts';
import type { messageSchema } from './update-schema.ts';

type Message = z.infer<typeof messageSchema>;

/**
 * What a message brings besides words; `undefined` where it is nothing that has a name. Of a contact the number is read
 * only where it is the sender's own: nobody's address book comes here. Of a photo (the largest of its sizes) and a voice
 * message Telegram's `file_id` is kept, which names the file for this bot for good; the bytes stay
 * there. A photo sent as such has lost what the camera wrote into it; one sent as a file keeps it, and is none here.
 */
export function mediaContent(message: Message): InboundContent | undefined {
  const media = MEDIA_FIELDS.find(([field]) => message[field] !== undefined)?.[1];
  if (media === undefined) return undefined;
  return { kind: 'media', media, ...(READ[media]?.(message) ?? {}) };
}

/** The order matters: an animation comes with a document, a venue with a location. */
const MEDIA_FIELDS = [
  ['voice', 'voice'],
  ['photo', 'photo'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['document', 'document'],
  ['sticker', 'sticker'],
  ['location', 'location'],
  ['contact', 'contact'],
  ['audio', 'other'],
  ['poll', 'other'],
  ['dice', 'other'],
] as const satisfies readonly (readonly [keyof Message, MediaKind])[];

type Details = Pick<Extract<InboundContent, { kind: 'media' }>, 'id' | 'seconds' | 'at' | 'phone'>;

const fileId = z.string().min(1).max(MAX_MEDIA_NAME);
const voice = z.object({ file_id: fileId, duration: z.number().nonnegative().optional().catch(undefined) });
/** Telegram writes a number with its country's code, and not always with a plus. */
const contact = z.object({ phone_number: z.string().regex(/^\+?\d{7,15}$/), user_id: z.int() });
const photo = z.array(z.object({ file_id: fileId })).min(1);

/** What does not look as it should tells nothing: it is a photo all the same, without a name. */
const READ: Partial<Record<MediaKind, (message: Message) => Details | undefined>> = {
  voice(message) {
    const { data } = voice.safeParse(message.voice);
    return data && { id: data.file_id, ...(data.duration !== undefined && { seconds: data.duration }) };
  },
  photo(message) {
    // From the smallest to the largest.
    const largest = photo.safeParse(message.photo).data?.at(-1);
    return largest && { id: largest.file_id };
  },
  location: (message) => positionIn(message.location),
  contact({ contact: given, from }) {
    const { data } = contact.safeParse(given);
    return data && data.user_id === from?.id
      ? { phone: `+${data.phone_number.replace('+', '')}` }
      : undefined;
  },
};
