import { demand } from './refusal.ts';
import type { Entity, Params } from './shapes.ts';

/** Telegram says 4096 "characters"; counted here in UTF-16 units like its offsets, the stricter of the two readings. */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_ENTITIES = 100;

const ENTITY_TYPES = new Set(
  (
    'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler ' +
    'blockquote expandable_blockquote code pre text_link text_mention custom_emoji'
  ).split(' '),
);

/** The words under a file, or a refusal. */
export function acceptCaption(params: Params): { caption?: string } {
  const { caption } = params;
  demand(params['parse_mode'] === undefined, 'Bad Request: parse_mode is not simulated');
  demand(params['caption_entities'] === undefined, 'Bad Request: caption_entities are not simulated');
  if (caption === undefined) return {};
  demand(typeof caption === 'string', 'Bad Request: caption must be a String');
  demand(!/\p{Surrogate}/u.test(caption), 'Bad Request: strings must be encoded in UTF-8');
  demand(caption.length <= MAX_CAPTION, 'Bad Request: message caption is too long');
  return caption.trim() === '' ? {} : { caption: caption.trim() };
}

/** The text as the chat will show it, or a refusal. */
export function acceptText(params: Params): { text: string; entities?: Entity[] } {
  const { text } = params;
  demand(typeof text === 'string' && text.trim() !== '', 'Bad Request: message text is empty');
  demand(!/\p{Surrogate}/u.test(text), 'Bad Request: strings must be encoded in UTF-8');
  demand(text.length <= MAX_TEXT, 'Bad Request: message is too long');
  demand(
    params['parse_mode'] === undefined,
    'Bad Request: parse_mode is not simulated, entities are (text of people must never be parsed)',
  );
  if (params['entities'] === undefined) return { text: text.trim() };
  return { text, entities: acceptEntities(text, params['entities']) };
}

function acceptEntities(text: string, given: unknown): Entity[] {
  demand(Array.isArray(given), "Bad Request: can't parse entities: expected an Array");
  demand(given.length <= MAX_ENTITIES, 'Bad Request: too many entities');
  return given.map((entity: unknown) => acceptEntity(text, entity));
}

function acceptEntity(text: string, given: unknown): Entity {
  demand(typeof given === 'object' && given !== null, "Bad Request: can't parse MessageEntity");
  const { type, offset, length } = given as Partial<Record<keyof Entity, unknown>>;
  demand(typeof type === 'string' && ENTITY_TYPES.has(type), "Bad Request: can't parse MessageEntity: type");
  demand(isCount(offset) && isCount(length) && length > 0, "Bad Request: can't parse MessageEntity: offset");
  demand(offset + length <= text.length, 'Bad Request: ENTITY_BOUNDS_INVALID');
  demand(
    !splitsPair(text, offset) && !splitsPair(text, offset + length),
    'Bad Request: ENTITY_BOUNDS_INVALID',
  );
  return { type, offset, length };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** Offsets count UTF-16 units; one in the middle of an emoji points at no character. */
function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
}
