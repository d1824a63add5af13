import { parseHtml, type Parsed } from './html-rules.ts';
import { parseMarkdown } from './markdown-rules.ts';
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
export function acceptCaption(params: Params): { caption?: string; caption_entities?: Entity[] } {
  const { caption: given, parse_mode, caption_entities } = params;
  if (given === undefined) return {};
  demand(typeof given === 'string', 'Bad Request: caption must be a String');
  demand(!/\p{Surrogate}/u.test(given), 'Bad Request: strings must be encoded in UTF-8');
  const { text: caption, entities } = marked(given, parse_mode, caption_entities);
  // What is counted is what is shown.
  demand(caption.length <= MAX_CAPTION, 'Bad Request: message caption is too long');
  if (entities !== undefined) return { caption, caption_entities: entities };
  return caption.trim() === '' ? {} : { caption: caption.trim() };
}

/** Text whose marks are told apart from its words: by a mode of writing, or beside it, never both. */
function marked(given: string, mode: unknown, beside: unknown): { text: string; entities?: Entity[] } {
  demand(
    mode === undefined || beside === undefined,
    'Bad Request: parse_mode and entities exclude each other',
  );
  if (mode !== undefined) return parserOf(mode)(given);
  return beside === undefined ? { text: given } : { text: given, entities: acceptEntities(given, beside) };
}

function parserOf(mode: unknown): (source: string) => Parsed {
  if (mode === 'HTML') return parseHtml;
  demand(mode === 'MarkdownV2', 'Bad Request: unsupported parse_mode');
  return parseMarkdown;
}

/** The text as the chat will show it, or a refusal. */
export function acceptText(params: Params): { text: string; entities?: Entity[] } {
  const { text: given, parse_mode, entities: beside } = params;
  demand(typeof given === 'string', 'Bad Request: message text is empty');
  demand(!/\p{Surrogate}/u.test(given), 'Bad Request: strings must be encoded in UTF-8');
  const { text, entities } = marked(given, parse_mode, beside);
  demand(text.trim() !== '', 'Bad Request: message text is empty');
  // What is counted is what is shown.
  demand(text.length <= MAX_TEXT, 'Bad Request: message is too long');
  return entities === undefined ? { text: text.trim() } : { text, entities };
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
