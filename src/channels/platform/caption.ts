import { type InboundContent, MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { wellFormed } from './well-formed.ts';

/** A photo with the words under it, as far as a message may be long; anything else as it is. */
export function captioned(content: InboundContent, raw: string | undefined): InboundContent {
  if (content.kind !== 'media' || content.media !== 'photo' || raw === undefined) return content;
  const caption = wellFormed(raw).trim();
  // Cut, it would be said to be the beginning of a text.
  return caption === '' || caption.length > MAX_TEXT_LENGTH ? content : { ...content, caption };
}
