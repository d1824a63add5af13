import type { Parsed } from './html-rules.ts';
import { refuseParsing } from './refusal.ts';
import type { Entity } from './shapes.ts';

/** The marks of MarkdownV2, the longer first. */
const MARKS: readonly (readonly [mark: string, type: string])[] = [
  ['```', 'pre'],
  ['||', 'spoiler'],
  ['__', 'underline'],
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strikethrough'],
  ['`', 'code'],
];
const RESERVED = new Set('_*[]()~`>#+-=|{}.!');

/** `parse_mode: MarkdownV2`, or a refusal in Telegram's words. Links and quotes are not simulated. */
export function parseMarkdown(source: string): Parsed {
  const open: { mark: string; type: string; offset: number; at: number }[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (let index = 0; index < source.length; ) {
    const at = Buffer.byteLength(source.slice(0, index));
    const inside = open.at(-1);
    const [mark, type] = MARKS.find(([each]) => source.startsWith(each, index)) ?? [];
    const verbatim = inside?.type === 'code' || inside?.type === 'pre';
    if (source[index] === '\\' && index + 1 < source.length) {
      text += source[index + 1] ?? '';
      index += 2;
    } else if (inside !== undefined && mark === inside.mark) {
      open.pop();
      entities.push({ type: inside.type, offset: inside.offset, length: text.length - inside.offset });
      index += inside.mark.length;
    } else if (mark !== undefined && type !== undefined && !verbatim) {
      open.push({ mark, type, offset: text.length, at });
      index += mark.length;
    } else {
      const character = source[index] ?? '';
      if (RESERVED.has(character) && !verbatim)
        refuseParsing(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
      text += character;
      index += 1;
    }
  }
  const left = open.at(-1);
  if (left !== undefined)
    refuseParsing(`Can't find end of ${capital(left.type)} entity at byte offset ${left.at}`);
  return { text, entities: entities.filter(({ length }) => length > 0).sort((a, b) => a.offset - b.offset) };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
