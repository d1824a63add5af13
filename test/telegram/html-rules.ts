import { refuseParsing } from './refusal.ts';
import type { Entity } from './shapes.ts';

/** Text and what is marked in it; offsets in UTF-16 units. */
export interface Parsed {
  text: string;
  entities: Entity[];
}

interface Open {
  tag: string;
  offset: number;
}

/** `parse_mode: HTML`, or a refusal in Telegram's words. */
export function parseHtml(source: string): Parsed {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  for (const { 0: piece, index } of source.matchAll(/<[^>]*>?|&#?\w+;|[^<&]+|&/gu)) {
    const at = Buffer.byteLength(source.slice(0, index));
    if (!piece.startsWith('<')) text += CHARACTERS[piece] ?? numeric(piece);
    else if (piece.startsWith('</')) entities.push(closed(piece, open.pop(), text.length, at));
    else open.push({ tag: opened(piece, at), offset: text.length });
  }
  const [left] = open;
  if (left !== undefined) refuseParsing(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities: entities.filter(({ length }) => length > 0).sort((a, b) => a.offset - b.offset) };
}

function opened(piece: string, at: number): string {
  const [, tag = '', rest = ''] = /^<([a-z-]+)((?: [^>]*)?)>$/u.exec(piece.toLowerCase()) ?? [];
  if (tag === '') refuseParsing(`Unclosed start tag at byte offset ${at}`);
  const type = TAGS[tag];
  const spoils = tag !== 'span' || rest.includes('class="tg-spoiler"');
  if (type === undefined || !spoils) refuseParsing(`Unsupported start tag "${tag}" at byte offset ${at}`);
  return tag;
}

function closed(piece: string, open: Open | undefined, end: number, at: number): Entity {
  const tag = piece.slice(2, -1).trim().toLowerCase();
  if (open === undefined) refuseParsing(`Unexpected end tag at byte offset ${at}`);
  if (open.tag !== tag)
    refuseParsing(`Unmatched end tag at byte offset ${at}, expected "</${open.tag}>", found "</${tag}>"`);
  return { type: TAGS[tag] ?? tag, offset: open.offset, length: end - open.offset };
}

const TAGS: Readonly<Record<string, string>> = {
  ...{ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline' },
  ...{ s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough', code: 'code', pre: 'pre' },
  ...{ a: 'text_link', span: 'spoiler', 'tg-spoiler': 'spoiler', blockquote: 'blockquote' },
};

const CHARACTERS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
};

/** A number of a character; any other name stays as it was written. */
function numeric(piece: string): string {
  const [, hex, decimal] = /^&#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/iu.exec(piece) ?? [];
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : piece;
}
